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

/** A set of variables (`C`) that each hold one of the answers chosen: `$name=C 12 Was nutzen Sie v1 v2`. */
export type CategorySet = { name: string; label: string; variables: string[] };

/** Sets of categories, with the names of their variables in lower case. */
export function categorySets(records: readonly string[]): CategorySet[] {
	return records
		.join('\n')
		.split('\n')
		.flatMap((line): CategorySet[] => {
			const found = /^(\$[^=]+)=C ([\s\S]*)$/.exec(line.trim());
			if (!found) return [];
			const [label, after] = counted((found[2] ?? '').trimStart());
			const variables = after.trim().toLowerCase().split(/\s+/);
			return [{ name: (found[1] ?? '').slice(1), label, variables }];
		});
}

/** What stands between answers that share a cell: something that none of them holds. */
const DELIMITERS = [';', '|', ' / '] as const;

type Columns = { names: string[]; shortNames: string[]; rows: string[][]; fields: Field[] };

/**
 * The columns with each set of categories as one: the answers that its variables hold share the cell
 * of the first, the others are gone.
 */
export function condenseSets(
	{ names, shortNames, rows, fields }: Columns,
	sets: readonly CategorySet[]
): Omit<Columns, 'shortNames'> {
	const gone = new Set<number>();
	const condensed = { names: [...names], fields: [...fields] };
	for (const { name, label, variables } of sets) {
		const places = names.flatMap((own, index) =>
			[own.toLowerCase(), shortNames[index]?.toLowerCase() ?? ''].some((one) =>
				variables.includes(one)
			)
				? [index]
				: []
		);
		const [first, ...others] = places;
		if (first === undefined || others.length === 0) continue;
		const answers = new Set(rows.flatMap((row) => places.map((place) => row[place] ?? '')));
		const delimiter = DELIMITERS.find((one) => ![...answers].some((cell) => cell.includes(one)));
		if (delimiter === undefined) continue;
		for (const row of rows)
			row[first] = [...new Set(places.map((place) => row[place] ?? ''))]
				.filter((cell) => cell !== '')
				.join(delimiter);
		condensed.names[first] = name;
		condensed.fields[first] = {
			...fields[first],
			name,
			title: label || name,
			type: 'string',
			'quartierspiegel:delimiter': delimiter
		};
		others.forEach((place) => gone.add(place));
	}
	const kept = <T>(all: readonly T[]): T[] => all.filter((_, index) => !gone.has(index));
	return {
		names: kept(condensed.names),
		fields: kept(condensed.fields),
		rows: gone.size === 0 ? rows : rows.map(kept)
	};
}
