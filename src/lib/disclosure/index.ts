import { definitionOf, INDICATORS } from '../indicators';

export { localFigures, type LocalFigures } from './local-figures';

/** The definitions of all figures, for whoever explains them. */
export const DEFINITIONS = INDICATORS.map(definitionOf);
export * from './suppression';
