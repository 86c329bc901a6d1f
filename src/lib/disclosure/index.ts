import { definitionOf, INDICATORS } from '../indicators';

export {
	contextOf,
	emptyContext,
	membersOf,
	withPairs,
	withRelations,
	type Context,
	type RecordFamily
} from '../indicators';

export { evaluate } from './evaluate';
export type { Audience } from './protect';

/** The definitions of all figures, for whoever explains them. */
export const DEFINITIONS = INDICATORS.map(definitionOf);
