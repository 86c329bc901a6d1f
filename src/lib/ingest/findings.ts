/** What was found in a cell, and what follows from it. */
export const FINDING_CODES = [
	'row_too_long',
	'quartier_missing',
	'quartier_left_out',
	'wave_missing',
	'weight_unreadable',
	'duplicate_id',
	'date_unreadable',
	'partial_sheet',
	'answer_unknown',
	'answer_not_asked',
	'option_unknown',
	'opened_unreadable',
	'closed_unreadable',
	'closed_before_opened',
	'date_in_future',
	'year_unreadable',
	'count_unreadable',
	'more_households_than_dwellings',
	'duplicate_year',
	'value_needed',
	'value_unreadable',
	'value_impossible',
	'date_wrong',
	'end_before_start',
	'granted_not_applied',
	'case_unknown'
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];
export type Effect = 'row-skipped' | 'value-missing' | 'note';

/** The same thing found in one or more rows: how often, and in which of them (the first thousand). */
export type Finding = {
	code: FindingCode;
	effect: Effect;
	column: string;
	value: string;
	/** the cell that contradicts it, where two of a row do */
	other?: string;
	count: number;
	lines: number[];
};

const EXAMPLES = 1000;

/** Collects findings, alike ones together. */
export class Findings {
	#byKey = new Map<string, Finding>();

	add(code: FindingCode, effect: Effect, line: number, column: string, value: string): void {
		const key = JSON.stringify([code, column, value]);
		const finding = this.#byKey.get(key) ?? { code, effect, column, value, count: 0, lines: [] };
		finding.count++;
		if (finding.lines.length < EXAMPLES) finding.lines.push(line);
		this.#byKey.set(key, finding);
	}

	/** What loses rows first, then what loses values, the most frequent first. */
	get all(): Finding[] {
		const rank: Record<Effect, number> = { 'row-skipped': 0, 'value-missing': 1, note: 2 };
		return [...this.#byKey.values()].sort(
			(a, b) => rank[a.effect] - rank[b.effect] || b.count - a.count
		);
	}
}

/** What can be done about a finding besides leaving it as it is. */
export type Settlement = 'replace' | 'missing' | 'leave-out';

const SETTLEMENTS: Partial<Record<FindingCode, readonly Settlement[]>> = {
	date_unreadable: ['replace', 'missing', 'leave-out'],
	answer_unknown: ['replace', 'leave-out'],
	partial_sheet: ['leave-out'],
	option_unknown: ['leave-out'],
	quartier_missing: ['replace'],
	weight_unreadable: ['replace'],
	opened_unreadable: ['replace'],
	closed_unreadable: ['replace', 'missing'],
	date_in_future: ['replace'],
	year_unreadable: ['replace'],
	count_unreadable: ['replace', 'missing'],
	value_needed: ['replace', 'leave-out'],
	value_unreadable: ['replace', 'missing', 'leave-out'],
	value_impossible: ['replace', 'missing', 'leave-out'],
	date_wrong: ['replace', 'missing', 'leave-out'],
	end_before_start: ['replace', 'missing', 'leave-out']
};

/** Ways to settle a finding by its value; none where it is about a row and not about a value. */
export const settlementsFor = (code: FindingCode): readonly Settlement[] => SETTLEMENTS[code] ?? [];

/** The same thing about the same column, whatever the value. */
export type FindingGroup = Pick<Finding, 'code' | 'effect' | 'column' | 'count'> & {
	values: Finding[];
};

/** Findings by what they are about, in their order. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
	const groups = new Map<string, FindingGroup>();
	for (const finding of findings) {
		const { code, effect, column } = finding;
		const key = JSON.stringify([code, effect, column]);
		const group = groups.get(key) ?? { code, effect, column, count: 0, values: [] };
		group.count += finding.count;
		group.values.push(finding);
		groups.set(key, group);
	}
	return [...groups.values()];
}
