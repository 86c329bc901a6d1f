import { utils, write } from '@e965/xlsx';
import Papa from 'papaparse';
import type { Asked, Questionnaire } from './columns';
import type { Random } from './random';

/** A questionnaire as a file of some tool. */
export type Written = {
	shape: string;
	bytes: Uint8Array<ArrayBuffer>;
	/** where in the file each column stands */
	places: number[];
	/** the columns as the file shows them, where its tool writes codes for words */
	columns?: Asked[];
};

type Grid = string[][];

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const asCsv = (grid: Grid, delimiter: string): Uint8Array<ArrayBuffer> =>
	utf8(Papa.unparse(grid, { delimiter }));

/** @param merged where cells go further than their own: from and to, each by row and column */
function asWorkbook(grid: Grid, merged: [number, number, number, number][] = []) {
	const book = utils.book_new();
	const sheet = utils.aoa_to_sheet(grid);
	sheet['!merges'] = merged.map(([r, c, toRow, toColumn]) => ({
		s: { r, c },
		e: { r: toRow, c: toColumn }
	}));
	utils.book_append_sheet(book, sheet, 'Daten');
	return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Rows below a heading, with what the tool itself writes to the left. */
const rowsOf = ({ columns, responses }: Questionnaire, own: (at: number) => string[]): Grid =>
	Array.from({ length: responses }, (_, at) => [
		...own(at),
		...columns.map(({ cells }) => cells[at]!)
	]);

const behind = ({ columns }: Questionnaire, own: number): number[] =>
	columns.map((_, at) => own + at);

const bracketed = ({ question, text }: Asked): string =>
	question === undefined ? text : `${question} [${text}]`;

export const moment = (at: number): string =>
	`2025-03-${String((at % 28) + 1).padStart(2, '0')} 10:00:00`;

export type Shape = (asked: Questionnaire, random: Random) => Written;

export const plain: Shape = (asked, random) => {
	const head = ['Bogen', ...asked.columns.map(bracketed)];
	const grid = [head, ...rowsOf(asked, (at) => [String(at + 1)])];
	return {
		shape: 'plain',
		bytes: asCsv(grid, random.pick([';', ',', '\t'])),
		places: behind(asked, 1)
	};
};

export const workbook: Shape = (asked) => ({
	shape: 'workbook',
	bytes: asWorkbook([
		['Auswertung der Mieterbefragung'],
		[],
		['Bogen', ...asked.columns.map(bracketed)],
		...rowsOf(asked, (at) => [String(at + 1)])
	]),
	places: behind(asked, 1)
});

export const limesurvey: Shape = (asked) => {
	const own =
		asked.language === 'de'
			? ['Antwort ID', 'Datum Abgeschickt', 'Letzte Seite', 'Start-Sprache']
			: ['Response ID', 'Date submitted', 'Last page', 'Start language'];
	const head = [...own, ...asked.columns.map(bracketed)];
	const grid = [head, ...rowsOf(asked, (at) => [String(at + 1), moment(at), '5', asked.language])];
	return { shape: 'limesurvey', bytes: asCsv(grid, ','), places: behind(asked, own.length) };
};

export const msforms: Shape = (asked) => {
	const own = ['ID', 'Startzeit', 'Fertigstellungszeit', 'E-Mail', 'Name'];
	const named = ({ question, text }: Asked) =>
		question === undefined ? text : `${question}.${text}`;
	const head = [...own, ...asked.columns.map(named)];
	const rows = rowsOf(asked, (at) => [
		String(at + 1),
		moment(at),
		moment(at),
		'anonymous',
		'anonymous'
	]);
	return {
		shape: 'msforms',
		bytes: asWorkbook([head, ...rows]),
		places: behind(asked, own.length)
	};
};

export const googleforms: Shape = (asked) => {
	const head = [
		asked.language === 'de' ? 'Zeitstempel' : 'Timestamp',
		...asked.columns.map(bracketed)
	];
	const grid = [head, ...rowsOf(asked, (at) => [moment(at)])];
	return { shape: 'googleforms', bytes: asCsv(grid, ','), places: behind(asked, 1) };
};

export const surveymonkey: Shape = (asked) => {
	const own = ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'];
	let before: string | undefined;
	const questions = asked.columns.map(({ question, text }) => {
		const shown = question ?? text;
		const repeats = question !== undefined && question === before;
		before = question;
		return repeats ? '' : shown;
	});
	const parts = asked.columns.map(({ question, text }) =>
		question === undefined ? 'Response' : text
	);
	const rows = rowsOf(asked, (at) => [String(11_000 + at), '7', moment(at), moment(at)]);
	const grid = [[...own, ...questions], ['', '', '', '', ...parts], ...rows];
	return { shape: 'surveymonkey', bytes: asCsv(grid, ','), places: behind(asked, own.length) };
};

export const qualtrics: Shape = (asked) => {
	const own = ['StartDate', 'EndDate', 'Status', 'Finished', 'RecordedDate', 'ResponseId'];
	const worded = ({ question, text }: Asked) =>
		question === undefined ? text : `${question} - ${text}`;
	const head = [...own, ...asked.columns.map(({ code }) => code)];
	const texts = [...own, ...asked.columns.map(worded)];
	const ids = head.map((name) => `{"ImportId":"${name}"}`);
	const rows = rowsOf(asked, (at) => [
		moment(at),
		moment(at),
		'IP Address',
		'True',
		moment(at),
		`R_${at}`
	]);
	return {
		shape: 'qualtrics',
		bytes: asCsv([head, texts, ids, ...rows], ','),
		places: behind(asked, own.length)
	};
};

export const kobotoolbox: Shape = (asked) => {
	const own = ['start', 'end'];
	const path = ({ question, text }: Asked) =>
		question === undefined ? `Allgemein/${text}` : `${question}/${text}`;
	const tail = ['_id', '_uuid', '_submission_time', '_index'];
	const rows = rowsOf(asked, (at) => [moment(at), moment(at)]).map((cells, at) => [
		...cells,
		String(100 + at),
		`00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
		moment(at).replace(' ', 'T'),
		String(at + 1)
	]);
	const head = [...own, ...asked.columns.map(path), ...tail];
	return { shape: 'kobotoolbox', bytes: asCsv([head, ...rows], ';'), places: behind(asked, 2) };
};

/** Two rows of headings: what is asked above what each column is about, merged in a workbook. */
export const twoRows: Shape = (asked, random) => {
	const isBook = random.chance(0.5);
	const isAbove = random.chance(0.5);
	const begins = asked.columns.map(
		({ question }, at) => question !== undefined && question !== asked.columns[at - 1]?.question
	);
	const upper = asked.columns.map(({ question, text }, at) =>
		question === undefined ? (isAbove ? text : '') : begins[at] ? question : ''
	);
	const lower = asked.columns.map(({ question, text }) =>
		question === undefined && isAbove ? '' : text
	);
	const grid = [
		[isAbove ? 'Bogen' : '', ...upper],
		[isAbove ? '' : 'Bogen', ...lower],
		...rowsOf(asked, (at) => [String(at + 1)])
	];
	const merged = asked.columns.flatMap(({ question }, at): [number, number, number, number][] => {
		if (question === undefined) return isAbove ? [[0, at + 1, 1, at + 1]] : [];
		if (!begins[at]) return [];
		const end = asked.columns.findLastIndex((one) => one.question === question);
		return end > at ? [[0, at + 1, 0, end + 1]] : [];
	});
	return {
		shape: isBook ? 'two rows in a workbook' : 'two rows',
		bytes: isBook ? asWorkbook(grid, merged) : asCsv(grid, ';'),
		places: behind(asked, 1)
	};
};
