import type { IndicatorDefinition, Words } from '../../domain';
import type { RecordIndicator, RecordStatistic } from './indicator';

const OWN: Words = {
	de: 'Zählregeln von Quartierspiegel',
	en: 'Counting rules of Quartierspiegel'
};
const COMPLETE: Words = {
	de: 'Vollzählung, deshalb ohne Bereich.',
	en: 'A complete count, hence no interval.'
};
type About = Pick<RecordIndicator, 'id' | 'name' | 'description' | 'formula' | 'on'> &
	Partial<Pick<RecordIndicator, 'when' | 'direction' | 'source' | 'minimumBase'>> & {
		unit?: IndicatorDefinition['unit'];
	};

/** A complete count or sum: exact, and without an interval. */
export const count = (
	family: Pick<RecordIndicator, 'records' | 'group'>,
	about: About,
	statistic: RecordStatistic = { of: 'count' }
): RecordIndicator => ({
	family: 'record',
	kind: ['count', 'days', 'different'].includes(statistic.of) ? 'count' : 'amount',
	unit: 'count',
	direction: 'neutral',
	minimumBase: 5,
	completeCount: true,
	source: OWN,
	statistic,
	...family,
	...about,
	formula: {
		de: `${about.formula.de} ${COMPLETE.de}`,
		en: `${about.formula.en} ${COMPLETE.en}`
	}
});
