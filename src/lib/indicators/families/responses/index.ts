import type { ResponseIndicator } from '../../definitions';
import { NOT_ADDITIVE, SHEETS, type Family } from '../family';
import { responseCells } from './cells';

/** Figures about responses themselves: how many came, and from whom. */
export const responses: Family<ResponseIndicator> = {
	cells: (indicators, query, _, context) =>
		indicators.flatMap((indicator) => responseCells(indicator, query, context)),
	coverage: () => null,
	additivity: () => NOT_ADDITIVE,
	columns: (_, { cube }) => cube.responses,
	counts: () => SHEETS
};
