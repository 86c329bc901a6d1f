import { decodeHTML } from 'entities';
import { arrayRow } from '../formats';
import type { Field } from './schema';

type Coded = { code: string; text: string };

/** A question as a survey tool describes it; a common form of their structures. */
export type Question = {
	name: string;
	text: string;
	/** one answer; one to each row; several options; or what is no choice */
	kind: 'single' | 'rows' | 'several' | 'number' | 'date' | 'text';
	answers: Coded[];
	/** rows of an array, or options of which several can be chosen */
	rows: Coded[];
};

/** Markup within words, which parts nothing. */
const INLINE = /<\/?(?:b|i|u|em|strong|span|a|font|small|su[bp])\b[^>]*>/gi;

/** The words of a text with markup, on one line. */
export const plainText = (markup: string): string =>
	decodeHTML(markup.replace(INLINE, '').replace(/<[^>]*>/g, ' '))
		.replace(/[\s\u00a0]+/g, ' ')
		.trim();

const TYPES = { number: 'number', date: 'date', text: 'string' } as const;

/**
 * The columns of a question. `column` names that of a row; `chosen` are the cells that say that an
 * option was chosen.
 */
export function fieldsOf(
	{ name, text, kind, answers, rows }: Question,
	column: (name: string, row: string) => string,
	chosen: readonly string[]
): Field[] {
	const categories = answers.map((answer) => ({ value: answer.code, label: answer.text }));
	if (kind === 'single') return [{ name, title: text, type: 'string', categories }];
	const known = { 'quartierspiegel:group': name, 'quartierspiegel:question': text };
	if (kind === 'rows' || kind === 'several')
		return rows.map((row) => ({
			name: column(name, row.code),
			title: arrayRow(text, row.text).text,
			type: 'string',
			...(kind === 'rows'
				? answers.length > 0
					? { categories, categoriesOrdered: true }
					: {}
				: { 'quartierspiegel:chosen': [...chosen] }),
			...known,
			'quartierspiegel:row': row.text || row.code
		}));
	return [{ name, title: text, type: TYPES[kind] }];
}
