import { fail } from '../../domain';
import { limesurveyCodebook, type Entry } from './limesurvey';
import type { Codebook } from './schema';

type LssFields = Record<string, string>;

/** The tables of LimeSurvey's structure: rows of named texts below `<table><rows><row>`. */
async function tablesOf(xml: string): Promise<Map<string, LssFields[]>> {
	const { SaxesParser } = await import('saxes');
	const tables = new Map<string, LssFields[]>();
	const path: string[] = [];
	let row: [string, string][] = [];
	let text = '';
	const parser = new SaxesParser();
	// Declared entities are never expanded, so nothing outside and nothing endless gets in.
	parser.on('error', (error) => fail('codebook_unreadable', { reason: error.message }));
	parser.on('opentag', ({ name }) => {
		path.push(name);
		text = '';
		if (path.length === 4 && name === 'row') row = [];
	});
	const add = (part: string) => (text += part);
	parser.on('text', add);
	parser.on('cdata', add);
	parser.on('closetag', ({ name }) => {
		const table = path[1] ?? '';
		if (path.length === 5 && path[3] === 'row') row.push([name, text]);
		if (path.length === 4 && name === 'row')
			tables.set(table, [...(tables.get(table) ?? []), Object.fromEntries(row)]);
		path.pop();
	});
	parser.write(xml).close();
	return tables;
}

const order = (name: string) => (a: LssFields, b: LssFields) =>
	Number(a[name] ?? 0) - Number(b[name] ?? 0);

/** Rows with their texts: in the row itself, or in a table of translations, as newer versions keep them. */
function inLanguage(
	rows: readonly LssFields[],
	translations: readonly LssFields[] | undefined,
	id: string,
	text: string,
	language: string
): { row: LssFields; text: string }[] {
	if (!translations)
		return rows
			.filter((row) => (row['language'] ?? language) === language)
			.map((row) => ({ row, text: row[text] ?? '' }));
	const words = new Map(
		translations
			.filter((row) => row['language'] === language)
			.map((row) => [row[id], row[text] ?? ''])
	);
	return rows.map((row) => ({ row, text: words.get(row[id]) ?? '' }));
}

/** `((123X4X56.NAOK == "Y"))` or `Q5 == "A1"`: the one answer that leads to a question; null for every other condition. */
function conditionOf(relevance: string | undefined): { question: string; answer: string } | null {
	const found = /^[\s(]*(?:\d+X\d+X)?(\w+?)(?:\.\w+)?\s*==\s*["']([^"']*)["'][\s)]*$/.exec(
		relevance ?? ''
	);
	return found ? { question: found[1] ?? '', answer: found[2] ?? '' } : null;
}

/**
 * The codebooks of LimeSurvey's structure (.lss), one for each language, the base language first.
 *
 * @throws ProblemError `codebook_unreadable`
 */
export async function readLss(xml: string): Promise<Codebook[]> {
	const tables = await tablesOf(xml);
	const all = [...(tables.get('questions') ?? []), ...(tables.get('subquestions') ?? [])];
	const unique = [...new Map(all.map((row) => [`${row['qid']} ${row['language']}`, row])).values()];
	const translated = tables.get('question_l10ns');
	const answersTranslated = tables.get('answer_l10ns');
	const base = tables.get('surveys')?.[0]?.['language'];
	const languages = new Set(
		[base, ...[...(translated ?? []), ...unique].map((row) => row['language'])].filter(
			(one) => one !== undefined && one !== ''
		)
	);
	if (unique.length === 0) fail('codebook_unreadable', { reason: '' });
	return [...languages].map((language = '') => {
		const questions = inLanguage(unique, translated, 'qid', 'question', language);
		const answers = inLanguage(
			(tables.get('answers') ?? []).toSorted(order('sortorder')),
			answersTranslated,
			'aid',
			'answer',
			language
		);
		const below = (qid: string | undefined): Entry['rows'] =>
			questions
				.filter(({ row }) => row['parent_qid'] === qid && (row['scale_id'] ?? '0') === '0')
				.sort((a, b) => order('question_order')(a.row, b.row))
				.map(({ row, text }) => ({ code: row['title'] ?? '', text }));
		const askedIf = (row: LssFields): Entry['askedIf'] => {
			const condition = conditionOf(row['relevance']);
			const filter = questions.find(({ row: one }) =>
				[one['qid'], one['title']].includes(condition?.question)
			);
			return condition && filter
				? { code: filter.row['title'] ?? '', answer: condition.answer }
				: undefined;
		};
		const entries = questions
			.filter(({ row }) => (row['parent_qid'] ?? '0') === '0')
			.map(({ row, text }): Entry => ({
				askedIf: askedIf(row),
				code: row['title'] ?? '',
				type: row['type'] ?? '',
				text,
				rows: below(row['qid']),
				answers: answers
					.filter((one) => one.row['qid'] === row['qid'] && (one.row['scale_id'] ?? '0') === '0')
					.map((one) => ({ code: one.row['code'] ?? '', text: one.text }))
			}));
		return limesurveyCodebook(entries, language);
	});
}
