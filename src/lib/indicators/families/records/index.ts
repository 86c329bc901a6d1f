import type { RecordIndicator } from '../../definitions';
import type { Family } from '../family';
import { recordCells, recordCoverage } from './cells';

/** Figures from what is recorded beside cases. */
export const records: Family<RecordIndicator> = {
	cells: (indicators, query, unit, context) =>
		indicators.flatMap((indicator) => recordCells(indicator, query, unit, context)),
	coverage: (indicator, context) => recordCoverage(indicator.records, context),
	additivity: ({ on }) => ({ overTime: on !== 'stock', zeroIsNobody: true }),
	columns: ({ records: family }, { cube }) => cube.records[family],
	counts: ({ indicator: { records: family, on, when, statistic } }) => {
		// Only a share leaves out of whom nothing is known; what is counted else is each record.
		const known = ['count', 'cost', 'sum'].includes(statistic.of) ? undefined : statistic;
		return JSON.stringify([family, on, when, known]);
	}
};
