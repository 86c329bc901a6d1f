import { isShown, type IndicatorResult } from '../domain';
import * as m from '../paraglide/messages';
import { groupText, message, number, periodText } from '../words';

/** The smallest and the largest n among the shown figures of a wave, this Quartier's where the result is split. */
function sheetsText(result: IndicatorResult, wave: string | undefined): string {
	const ofSurvey = result.definitions.filter(({ group }) => group === 'survey');
	const sizes = result.rows
		.filter(
			(row) =>
				ofSurvey.some(({ id }) => id === row.indicator) &&
				isShown(row.estimate) &&
				row.dimensions.contrast !== 'rest' &&
				(wave === undefined || (row.dimensions.wave ?? wave) === wave)
		)
		.map((row) => row.estimate.n ?? 0);
	if (sizes.length === 0) return m.source_no_base();
	const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
	return least === most
		? m.source_n({ n: number(most) })
		: m.source_n_range({ least: number(least), most: number(most) });
}

/** The stretch of casework: years, with the last month where the last year is not over. */
function stretch(coverage: { from: string; to: string }): string {
	const [first, last] = [coverage.from.slice(0, 4), coverage.to.slice(0, 4)];
	const years = first === last ? first : `${first}–${last}`;
	return coverage.to.endsWith('-12-31')
		? years
		: m.source_until({ years, month: periodText(coverage.to, 'month') });
}

/** What records are counted in, by the indicator that counts them or whose base they are: the first that a panel has. */
const COUNTED: Record<string, { of: 'value' | 'n'; words: (inputs: { n: string }) => string }> = {
	'debt-cases': { of: 'value', words: m.source_cases },
	'benefit-advised': { of: 'value', words: m.source_benefits },
	'treff-visits': { of: 'value', words: m.source_visits },
	'young-share': { of: 'n', words: m.source_visits },
	cooperations: { of: 'value', words: m.source_cooperations },
	contacts: { of: 'value', words: m.source_contacts },
	'benefit-euros-year': { of: 'n', words: m.source_granted },
	'benefit-euros-month': { of: 'n', words: m.source_granted_monthly },
	'closed-cases': { of: 'value', words: m.source_closed_cases }
};

/** How many records stand behind a result; empty where a hidden cell could be worked out from it. */
function countedText({ rows, definitions, notes }: IndicatorResult): string {
	const id = Object.keys(COUNTED).find((one) =>
		definitions.some((definition) => definition.id === one)
	);
	const counted = COUNTED[id ?? ''];
	const own = rows.filter(
		({ indicator, dimensions }) => indicator === id && dimensions.contrast !== 'rest'
	);
	if (!counted || own.length === 0 || notes.includes('hidden-cells')) return '';
	if (own.some(({ estimate }) => estimate.value === null)) return '';
	const sum = own.reduce((total, { estimate }) => total + (estimate[counted.of] ?? 0), 0);
	return counted.words({ n: number(sum) });
}

/** How many cases stand behind a result, those of the Quartier alone where it is split; empty where a hidden cell could be worked out from it. */
function casesText(result: IndicatorResult): string {
	const counted = result.definitions.filter(
		({ id, group }) => group !== 'survey' && id !== 'open-cases' && id !== 'closed-cases'
	);
	// Contacts, euros and visits are no cases, and several figures have several.
	const [only, ...others] = counted;
	if (!only || others.length > 0 || only.group !== 'casework' || only.id === 'contacts') {
		return countedText(result);
	}
	// Along a duration curve those that are still open are counted again and again: all are at its start.
	const start = result.members.elapsed?.[0]?.value;
	const rows = result.rows.filter(
		({ indicator, dimensions }) =>
			indicator === only.id && dimensions.elapsed === start && dimensions.contrast !== 'rest'
	);
	if (rows.some((row) => row.estimate.n === null) || rows.length === 0) return '';
	const sum = rows.reduce((total, row) => total + (row.estimate.n ?? 0), 0);
	return m.source_cases({ n: number(sum) });
}

/** Whom or what the figures are about, where filters leave only a part; empty where there are none. */
function filtersText({ query: { filters }, notes }: IndicatorResult): string {
	const groups = notes.includes('groups-ignored') ? [] : Object.entries(filters.groups ?? {});
	const members = notes.includes('members-ignored') ? [] : Object.entries(filters.members ?? {});
	const named = [
		...groups.map(([name, kept]) => [groupText(name), kept] as const),
		...members.map(([name, kept]) => [message(`chart_dimension_${name}`), kept] as const)
	];
	const kept = named.flatMap(([name, values]) =>
		values && values.length > 0 ? [`${name}: ${values.join(', ')}`] : []
	);
	return kept.length > 0 ? m.source_only({ filters: kept.join('; ') }) : '';
}

/** What a hollow point means, where there is one. */
const uncertainText = ({ rows }: IndicatorResult): string =>
	rows.some(({ estimate }) => estimate.protection === 'uncertain') ? m.source_uncertain() : '';

/** Nobody knows how many dwellings persons of an age have: rates of their cases are by all of them. */
const dwellingsText = ({ definitions, query: { filters } }: IndicatorResult): string =>
	filters.groups && definitions.some(({ unit }) => unit === 'per-1000-dwellings')
		? m.note_all_dwellings()
		: '';

/** How many questions are left out, as nobody has said yet what their answers mean. */
function unsettledText({ unsettled }: IndicatorResult): string {
	const questions = new Set(unsettled.map(({ item }) => item)).size;
	if (questions === 0) return '';
	return questions === 1 ? m.source_unsettled_one() : m.source_unsettled({ n: number(questions) });
}

/** Where a result comes from and how much stands behind it, for the footer of a panel and of a picture. */
export function sourceLine(result: IndicatorResult): string {
	const survey = result.definitions.some((definition) => definition.group === 'survey');
	const notes = result.notes
		.filter((note) => note !== 'incomplete-period' && note !== 'no-dwellings')
		.map((note) => message(`note_${note.replaceAll('-', '_')}`));
	const line = (source: string, size: string) =>
		[
			source.trim(),
			filtersText(result),
			size,
			unsettledText(result),
			uncertainText(result),
			dwellingsText(result),
			...notes
		]
			.filter(Boolean)
			.join(' · ');
	const [recorded] = result.definitions.filter(({ group }) => group !== 'survey');
	const when = result.coverage ? stretch(result.coverage) : '';
	const records = recorded ? `${message(`source_${recorded.group}`)} ${when}`.trim() : '';
	if (!survey) return line(records, casesText(result));
	const waves = (result.members.wave ?? []).map((member) => member.value);
	const wave = waves.at(-1) ?? result.query.filters.wave?.at(-1);
	const name = wave === undefined ? '' : (result.waves[wave]?.name ?? wave);
	const sheets = sheetsText(result, wave);
	return records === ''
		? line(m.source_survey({ wave: name }), sheets)
		: line(`${m.source_survey({ wave: name })} · ${sheets} · ${records}`, casesText(result));
}
