import type { RelationIndicator } from '../../definitions';
import { NOT_ADDITIVE, type Family } from '../family';
import { relationCells } from './cells';

/** Figures on how items go together in a wave. */
export const relations: Family<RelationIndicator> = {
	cells: (indicators, query, _, context) =>
		indicators.flatMap((indicator) => relationCells(indicator, query, context)),
	coverage: () => null,
	additivity: () => NOT_ADDITIVE,
	columns: (_, { cube: { answers } }) => ({ quartier: answers.quartier, wave: answers.wave }),
	counts: ({ indicator, dimensions: { item } }) => JSON.stringify([indicator.id, item])
};
