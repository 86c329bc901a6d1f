import type { Sheet } from '../workbook';
import { sheetNamed } from './detect';
import { fieldsOf, plainText, type Question } from './question';
import type { Codebook, Field } from './schema';

type Rows = Record<string, string>[];

/** Rows of a sheet by the names in its first row. */
function rowsOf({ grid }: Sheet): Rows {
	const [names = [], ...rows] = grid;
	return rows.map((cells) =>
		Object.fromEntries(names.map((name, index) => [name.trim(), (cells[index] ?? '').trim()]))
	);
}

/** `label`, or `label::Deutsch (de)` for each language: the columns that hold words. */
const languagesOf = (rows: Rows): string[] =>
	Object.keys(rows[0] ?? {}).filter((name) => /^label(::|$)/.test(name));

const TYPES: Record<string, Question['kind']> = {
	integer: 'number',
	decimal: 'number',
	range: 'number',
	date: 'date',
	datetime: 'date',
	text: 'text'
};

/**
 * The codebooks of an XLSForm, one for each language. KoboToolbox names columns with the groups that
 * they are in, or without them; both names are known.
 */
export function readXlsform(sheets: readonly Sheet[]): Codebook[] {
	const survey = sheetNamed(sheets, 'survey');
	const choices = sheetNamed(sheets, 'choices');
	const questions = survey ? rowsOf(survey) : [];
	const options = choices ? rowsOf(choices) : [];
	return languagesOf(questions).map((label) => {
		const groups: string[] = [];
		const fields = questions.flatMap((row): Field[] => {
			const [type = '', list = ''] = (row['type'] ?? '').split(/\s+/);
			const name = row['name'] ?? '';
			if (/^begin_(group|repeat)$/.test(type) || /^begin$/.test(type)) groups.push(name);
			else if (/^end(_(group|repeat))?$/.test(type)) groups.pop();
			const select = /^select_(one|multiple)$/.exec(type)?.[1];
			const kind = select === 'one' ? 'single' : select ? 'several' : TYPES[type];
			if (kind === undefined || name === '') return [];
			const listed = options
				.filter((option) => (option['list_name'] ?? option['list name']) === list)
				.map((option) => ({
					code: option['name'] ?? '',
					text: plainText(option[label] || (option['name'] ?? ''))
				}));
			const question = (named: string): Question => ({
				name: named,
				text: plainText(row[label] || name),
				kind,
				answers: kind === 'single' ? listed : [],
				rows: kind === 'several' ? listed : []
			});
			const names = new Set([[...groups, name].join('/'), name]);
			return [...names].flatMap((named) =>
				fieldsOf(question(named), (path, option) => `${path}/${option}`, ['1', 'True', 'TRUE'])
			);
		});
		return { fields };
	});
}
