import type { CaseIndicator } from '../../definitions';
import type { Family } from '../family';
import { caseCells } from './cells';

/** Figures from the statistics of cases. */
export const cases: Family<CaseIndicator> = {
	cells: (indicators, query, unit, context) =>
		indicators.flatMap((indicator) => caseCells(indicator, query, unit, context)),
	coverage: (_, { coverage }) => coverage,
	additivity: ({ on }) => ({
		// Cases that are open at the ends of periods are the same ones again and again.
		overTime: on !== 'stock',
		balance: { stock: 'open-cases', in: 'new-cases', out: 'closed-cases' },
		zeroIsNobody: true
	}),
	columns: (_, { cube }) => cube.cases,
	counts: ({ indicator: { on, judged, per, curve }, dimensions: { elapsed } }) =>
		JSON.stringify([
			'cases',
			on,
			judged ?? false,
			per, // At the beginning all are there.
			curve && elapsed !== '0' ? elapsed : undefined
		])
};
