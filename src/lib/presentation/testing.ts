import type {
	Change,
	DimensionValues,
	Estimate,
	IndicatorDefinition,
	IndicatorResult,
	IndicatorRow,
	Release,
	Wave,
	Item,
	Protection,
	QuartierEvent
} from '../domain';
import { hidden } from '../domain';

/** Hand-made results for tests, in the shape that `disclosure` hands out. */

const WORDS: Record<string, [string, string]> = {
	'satisfied-overall': ['Zufrieden insgesamt', 'Satisfied overall'],
	'index-safety': ['Sicherheit', 'Safety'],
	'index-service': ['Service', 'Service'],
	'index-housing': ['Wohnung und Gebäude', 'Flat and building'],
	'index-environment': ['Wohnumfeld', 'Surroundings'],
	'index-neighbourhood': ['Nachbarschaft', 'Neighbourhood'],
	'item-distribution': ['Verteilung der Antworten', 'Distribution of answers'],
	'item-share': ['Anteil zufrieden je Frage', 'Share satisfied per item'],
	'new-cases': ['Neue Fälle', 'New cases'],
	'closed-cases': ['Geschlossene Fälle', 'Closed cases'],
	'open-cases': ['Offene Fälle', 'Open cases'],
	'new-cases-rate': ['Neue Fälle je 1.000 Wohnungen', 'New cases per 1,000 dwellings']
};

/** A definition by its id, as the indicators of that family have it. */
function definition(id: string): IndicatorDefinition {
	const [de, en] = WORDS[id] ?? [id, id];
	const words = { de, en };
	const count = id.endsWith('-cases');
	const rate = id.endsWith('-rate');
	const index = id.startsWith('index-');
	return {
		id,
		name: words,
		description: words,
		formula: words,
		source: words,
		group: count || rate ? 'casework' : 'survey',
		unit: count ? 'count' : rate ? 'per-1000-dwellings' : index ? 'index' : 'percent',
		direction: count || rate || id === 'item-distribution' ? 'neutral' : 'higher-better',
		kind: count
			? 'count'
			: rate
				? 'rate'
				: index
					? 'index'
					: id === 'item-distribution'
						? 'distribution'
						: 'share',
		minimumBase: count || rate ? 5 : 10,
		completeCount: count
	};
}

export const estimate = (
	value: number,
	half: number | null = null,
	n = 214,
	protection: 'open' | 'uncertain' = 'open'
): Estimate => ({
	value,
	low: half === null ? null : value - half,
	high: half === null ? null : value + half,
	standardError: half === null ? null : half / 1.96,
	n,
	base: n,
	protection
});

export const absent = (protection: Exclude<Protection, 'open' | 'uncertain'>): Estimate =>
	hidden(protection);

export const row = (
	indicator: string,
	dimensions: DimensionValues,
	figure: Estimate,
	change?: Change
): IndicatorRow => ({ indicator, dimensions, estimate: figure, ...(change ? { change } : {}) });

/** A comparison; by its size it is certain, `no-difference` where that is said. */
export const change = (
	difference: number,
	{
		wave,
		verdict = difference > 0 ? 'higher' : 'lower'
	}: { wave?: string; verdict?: Change['verdict'] } = {}
): Change => ({
	against: wave === undefined ? 'rest' : 'previous-wave',
	reference: wave === undefined ? { contrast: 'rest' } : { wave },
	difference,
	low: difference - 0.02,
	high: difference + 0.02,
	pValue: verdict === 'no-difference' ? 0.4 : 0.001,
	verdict
});

/** A wave by a name with a year in it, in whose middle it was. */
export function waveIn(name: string): Wave {
	const year = /\d{4}/.exec(name)?.[0] ?? '2025';
	return { name, from: `${year}-07-02`, to: `${year}-07-02` };
}

/** A result with the members that occur in its rows, in the order in which they do. */
export function resultOf(
	rows: IndicatorRow[],
	more: Partial<Omit<IndicatorResult, 'query' | 'audience'>> & {
		by?: IndicatorResult['query']['by'];
	} = {}
): IndicatorResult<'handing-over'> {
	const ids = [...new Set(rows.map(({ indicator }) => indicator))];
	const dimensions = [
		...new Set(rows.flatMap((one) => Object.keys(one.dimensions)))
	] as IndicatorResult['query']['by'];
	const members: IndicatorResult['members'] = {};
	for (const dimension of dimensions) {
		const values = new Set(rows.flatMap((one) => one.dimensions[dimension] ?? []));
		members[dimension] = [...values].map((value) => ({ value, label: value }));
	}
	const { by = dimensions.filter((one) => one !== 'answer'), ...rest } = more;
	return {
		audience: 'handing-over',
		query: { indicators: ids, by, filters: {}, contrast: 'lebenstedt' },
		definitions: ids.map(definition),
		rows,
		members,
		waves: Object.fromEntries((members.wave ?? []).map(({ value }) => [value, waveIn(value)])),
		items: {},
		breaks: [],
		unsettled: [],
		notes: [],
		...rest
	};
}

export const satisfaction = (text: string): Item => ({
	code: text,
	text,
	topic: 'other',
	scale: {
		id: 'satisfaction5',
		kind: 'ordinal',
		points: 5,
		labels: [
			'sehr unzufrieden',
			'eher unzufrieden',
			'teils/teils',
			'eher zufrieden',
			'sehr zufrieden'
		],
		titles: {},
		topBox: ['eher zufrieden', 'sehr zufrieden'],
		direction: 'higher-better',
		nonSubstantive: []
	}
});

export const event = (title: string, from: string, to: string | null = null): QuartierEvent => ({
	id: title,
	quartier: null,
	from,
	to,
	kind: 'other',
	title,
	author: 'test',
	changed: '2026-01-01T00:00:00Z'
});

/** A result as the one table of a release. */
export const released = (
	result: IndicatorResult<'handing-over'>
): { release: Release; table: 0 } => ({
	release: { results: [result], hidden: [], kept: '', before: { hidden: 0, exposed: 0, by: [] } },
	table: 0
});
