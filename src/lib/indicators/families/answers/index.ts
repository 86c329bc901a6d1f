import type { AnswerIndicator } from '../../definitions';
import { NOT_ADDITIVE, type Family } from '../family';
import { answerCells } from './cells';
import { answersCounted } from './counted';

/** Figures from answers to items, and from open answers, which are made items first. */
export const answers: Family<AnswerIndicator> = {
	cells: (indicators, query, _, context) => answerCells(indicators, query, context),
	coverage: () => null,
	additivity: () => NOT_ADDITIVE,
	columns: (_, { cube }) => cube.answers,
	counts: answersCounted
};
