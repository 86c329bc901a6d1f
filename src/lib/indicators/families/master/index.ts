import type { MasterIndicator } from '../../definitions';
import { NOT_ADDITIVE, type Family } from '../family';
import { masterCells } from './cells';

/** Figures from the master data of the Quartiere. */
export const master: Family<MasterIndicator> = {
	cells: (indicators, query, _, context) =>
		indicators.flatMap((indicator) => masterCells(indicator, query, context)),
	coverage: () => null,
	additivity: () => NOT_ADDITIVE,
	columns: (_, { cube }) => ({ quartier: cube.responses.quartier }),
	counts: ({ indicator }) => indicator.column
};
