import { definitionOf, INDICATORS } from '../indicators';

export {
	contextOf,
	emptyContext,
	membersOf,
	needsSheets,
	withPairs,
	withSheets,
	type Context,
	type Sentence,
	type RecordFamily
} from '../indicators';

export { evaluate } from './evaluate';
export type { Audience } from './protect';
export { sentencesAround } from './sentences';

/** The definitions of all figures, for whoever explains them. */
export const DEFINITIONS = INDICATORS.map(definitionOf);
