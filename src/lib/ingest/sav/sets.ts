import type { Field } from '../codebooks';

/** What a multiple response set says about one of its variables, whose cells are written by `cell`. */
export type SetOf = (cell: (value: number | string) => string, label: string) => Partial<Field>;

/** `3 abc` is a string after its length. */
function counted(text: string): [string, string] {
	const length = Number.parseInt(text, 10);
	const from = text.indexOf(' ') + 1;
	return [text.slice(from, from + length), text.slice(from + length)];
}

/**
 * Sets of variables that stand for the options of one question, by the names of the variables, lower
 * case: `$name=D1 1 12 Was nutzen Sie v1 v2`, one to a line, or `E …` where labels are counted values.
 * Sets of categories (`C`) are columns with the same answers each, and are left as they are.
 */
export function responseSets(records: readonly string[]): Map<string, SetOf> {
	const sets = new Map<string, SetOf>();
	for (const line of records.join('\n').split('\n')) {
		const found = /^(\$[^=]+)=(D|E \d+ ?)([\s\S]*)$/.exec(line.trim());
		if (!found) continue;
		const [, name = '', , rest = ''] = found;
		const [value, afterValue] = counted(rest);
		const [label, afterLabel] = counted(afterValue.trimStart());
		const set: SetOf = (cell, row) => {
			const chosen = cell(/^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value.trim());
			return {
				'quartierspiegel:group': name,
				'quartierspiegel:question': label || name,
				'quartierspiegel:row': row,
				'quartierspiegel:chosen': [chosen]
			};
		};
		for (const variable of afterLabel.trim().split(/\s+/)) sets.set(variable.toLowerCase(), set);
	}
	return sets;
}
