/** What was found in a cell, and what follows from it. */
export const FINDING_CODES = [
	'row_too_long',
	'quartier_missing',
	'quartier_left_out',
	'wave_missing',
	'weight_unreadable',
	'duplicate_id',
	'date_unreadable',
	'answer_unknown',
	'option_unknown',
	'opened_unreadable',
	'closed_unreadable',
	'closed_before_opened',
	'date_in_future',
	'year_unreadable',
	'count_unreadable',
	'more_households_than_dwellings',
	'duplicate_year'
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];
export type Effect = 'row-skipped' | 'value-missing' | 'note';

/** The same thing found in one or more rows: how often, and in which of them (the first twenty). */
export type Finding = {
	code: FindingCode;
	effect: Effect;
	column: string;
	value: string;
	count: number;
	lines: number[];
};

const EXAMPLES = 20;

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
