import { normalise } from '../../words';
import type { Format, FormatRole, Heading, Rows } from '../format';
import { arrayRow, bracketed, technicalColumns } from '../headings';

/** LimeSurvey's own columns, as code, in German and in English. */
const ownRole = technicalColumns({
	id: ['id', 'Antwort ID', 'Response ID'],
	date: ['submitdate', 'Datum Abgeschickt', 'Date submitted'],
	ignored: [
		'lastpage',
		'Letzte Seite',
		'Last page',
		'startlanguage',
		'Start-Sprache',
		'Start language',
		'seed',
		'Zufallsgeneratorstartwert',
		'startdate',
		'Datum gestartet',
		'Date started',
		'datestamp',
		'Datum letzte Aktivität',
		'Date last action'
	],
	timing: ['interviewtime', 'Gesamtzeit', 'Total time']
});

const TIMING = /^(groupTime\d+|\w+Time|(Gruppenzeit|Fragenzeit|Group time|Question time): .*)$/;
const CODE = /^([A-Za-z][A-Za-z0-9_]*?)(?:\[([^\]]+)\])?(\[(?:other|comment)\])?$/;
const CODE_AND_TEXT = /^([A-Za-z][A-Za-z0-9_]*(?:\[[^\]]+\])*)\. ([\s\S]*)$/;
/** Answers in free words beside a question: `Q01[other]`, `Q07[SQ001comment]`. */
const FREE_TEXT = /\[(other|.*comment|Sonstiges|Kommentar|Other|Comment)\]$/i;

const role = (heading: string): FormatRole | undefined =>
	ownRole(heading) ?? (TIMING.test(heading) ? 'timing' : undefined);

/** `likert0[a1]. [Row of the array]` is the row; a question without an array stays as it is. */
function wordsOf(text: string): Pick<Heading, 'text' | 'question' | 'row'> {
	const parts = bracketed(text);
	if (!parts) return { text: text.trim() };
	const { question, row } = parts;
	return { text: arrayRow(question, row).text, question, row };
}

function readHeading(heading: string): Heading {
	const technical = role(heading);
	const both = CODE_AND_TEXT.exec(heading);
	const code = both?.[1] ?? heading;
	const array = CODE.exec(code);
	const known = technical ?? (FREE_TEXT.test(code) ? ('text' as const) : undefined);
	// Without codes, an array is known by the words of its question.
	const grid = !both && !array && !technical ? bracketed(heading) : null;
	return {
		heading,
		code,
		text: heading,
		...(grid?.question ? arrayRow(grid.question, grid.row) : {}),
		...(array?.[2] ? { group: array[1] ?? code, question: array[1] ?? '', row: array[2] } : {}),
		...(both?.[2] ? wordsOf(both[2]) : {}),
		...(known ? { role: known } : {})
	};
}

/** The second row of a VV file, which LimeSurvey writes to be read by itself again: codes below the full texts. */
const isVv = ([texts = [], codes = []]: Rows): boolean => {
	const known = (row: readonly string[]) =>
		['id', 'submitdate', 'lastpage', 'startlanguage'].filter((name) => row.includes(name)).length;
	return known(codes) >= 3 && texts.length === codes.length && known(texts) < 3;
};

/** Codes of a VV file: `Q01_SQ001` is a row of `Q01`, if that has others. */
function readVv(texts: readonly string[], codes: readonly string[]): Heading[] {
	const questionOf = (code: string) => /^(.+)_[^_]+$/.exec(code)?.[1] ?? code;
	const rows = new Map<string, number>();
	for (const code of codes) rows.set(questionOf(code), (rows.get(questionOf(code)) ?? 0) + 1);
	return codes.map((code, index) => {
		const question = questionOf(code);
		const isRow = question !== code && (rows.get(question) ?? 0) > 1;
		const heading = readHeading(isRow ? `${question}[${code.slice(question.length + 1)}]` : code);
		const text = (texts[index] ?? '').trim();
		return { ...heading, heading: code, text: heading.role || text === '' ? heading.text : text };
	});
}

/** LimeSurvey's export with headings as question codes, as full texts, or as both. */
export const limesurvey: Format = {
	tool: 'limesurvey',
	headerRows(rows: Rows) {
		if (isVv(rows)) return 2;
		const [headings = []] = rows;
		const technical = headings.filter((heading) => ownRole(heading));
		const codes = headings.filter((heading) => /^\w+\[[^\]]+\]/.test(heading)).length;
		const withText = headings.filter((heading) => CODE_AND_TEXT.test(heading)).length;
		const specific = technical.filter((heading) => !['id'].includes(normalise(heading))).length;
		const ours =
			specific >= 2 ||
			(technical.length >= 2 && codes >= 1) ||
			(withText >= 5 && withText >= headings.length * 0.6);
		return ours ? 1 : 0;
	},
	read: (head) =>
		isVv(head)
			? readVv(head[0] ?? [], head[1] ?? [])
			: (head[0] ?? []).map((heading) => readHeading(heading.trim()))
};
