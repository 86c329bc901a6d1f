import { unparse } from 'papaparse';
import type { Asked } from './columns';
import { writeSav, type SavVariable } from './sav';
import { moment, utf8, type Shape } from './tables';

const isBlank = (cell: string): boolean => cell === '';

/** Codes of words from one on, upwards or downwards: the direction says nothing. */
function codesOf(words: readonly string[], downwards: boolean): Map<string, number> {
	return new Map(words.map((word, at) => [word, downwards ? words.length - at : at + 1]));
}

/** The words that a question offers, in the order of its truth. */
function wordsOf({ truth, cells }: Asked): readonly string[] | null {
	if (truth.kind === 'worded') return truth.labels;
	if (truth.kind !== 'nominal' && truth.kind !== 'yes-no') return null;
	return [...new Set(cells)].filter((cell) => !isBlank(cell)).toSorted();
}

/** What stands in SoSci Survey’s file for an answer, and what is true of the column then. */
function inSosci(asked: Asked, downwards: boolean): Asked {
	const { truth, cells } = asked;
	if (truth.kind === 'ticks')
		return { ...asked, cells: cells.map((cell) => (isBlank(cell) ? '1' : '2')) };
	if (truth.kind === 'coded')
		return { ...asked, cells: cells.map((cell) => (isBlank(cell) ? '-9' : cell)) };
	const words = wordsOf(asked);
	if (words === null) return asked;
	const codes = codesOf(words, downwards);
	const said = (cell: string) => String(codes.get(cell) ?? (isBlank(cell) ? -9 : -1));
	return {
		...asked,
		truth: {
			kind: 'coded',
			points: words.map((_, at) => String(at + 1)),
			missing: ['-9', '-1']
		},
		cells: cells.map(said)
	};
}

/** SoSci Survey: codes as headings, a number for each question and one for its part. */
export const soscisurvey: Shape = (questionnaire, random) => {
	const downwards = random.chance(0.5);
	const columns = questionnaire.columns.map((asked) => inSosci(asked, downwards));
	let [block, part] = [0, 0];
	const codes = columns.map(({ question, truth }, at) => {
		const goesOn = question !== undefined && question === columns[at - 1]?.question;
		part = goesOn ? part + 1 : 1;
		if (!goesOn) block++;
		const code = `AB${String(block).padStart(2, '0')}`;
		// One choice among several has no part.
		const single = question === undefined && truth.kind === 'coded';
		return single ? code : `${code}_${String(part).padStart(2, '0')}`;
	});
	const head = ['CASE', 'SERIAL', 'REF', 'QUESTNNR', 'MODE', 'STARTED'];
	const tail = ['TIME001', 'TIME_SUM', 'LASTDATA', 'FINISHED', 'LASTPAGE', 'MISSING'];
	const rows = Array.from({ length: questionnaire.responses }, (_, at) => [
		...[String(at + 1), '', '', 'base', 'interview', moment(at)],
		...columns.map(({ cells }) => cells[at]!),
		...['12', '99', moment(at), '1', '5', '0']
	]);
	return {
		shape: 'soscisurvey',
		bytes: utf8(unparse([[...head, ...codes, ...tail], ...rows], { delimiter: '\t' })),
		places: columns.map((_, at) => head.length + at),
		columns
	};
};

const EPOCH = Date.UTC(1582, 9, 14);
const days = (iso: string): number => (Date.parse(iso) - EPOCH) / 1000;

/** An answer sheet's columns as variables with value labels and declared missing values. */
function variableOf(asked: Asked, downwards: boolean): SavVariable {
	const { code, question, text, truth, cells } = asked;
	const label = question === undefined ? text : `${question} - ${text}`;
	const base = { name: code, label, text: 0, format: 5 as const, labels: [], missing: [] };
	const labelled = (words: readonly string[], missing: readonly string[], down: boolean) => {
		const codes = codesOf(words, down);
		missing.forEach((word, at) => codes.set(word, 99 - at));
		return {
			...base,
			labels: [...codes].map(([word, value]) => ({ value, label: word })),
			missing: missing.map((_, at) => 99 - at),
			values: cells.map((cell) => codes.get(cell) ?? null)
		};
	};
	const numbers = (missing: readonly string[]) => ({
		...base,
		missing: missing.map(Number),
		values: cells.map((cell) => (isBlank(cell) ? null : Number(cell.replace(',', '.'))))
	});
	const words = wordsOf(asked);
	if (words !== null)
		return labelled(words, truth.kind === 'worded' ? truth.missing : [], downwards);
	if (truth.kind === 'coded') return numbers(truth.missing);
	if (truth.kind === 'nps' || truth.kind === 'number') return numbers([]);
	if (truth.kind === 'date') return { ...base, format: 20, values: truth.days.map(days) };
	if (truth.kind === 'ticks')
		return {
			...base,
			labels: [
				{ value: 0, label: 'nicht genannt' },
				{ value: 1, label: 'genannt' }
			],
			values: cells.map((cell) => (isBlank(cell) ? 0 : 1))
		};
	const widest = Math.max(...cells.map((cell) => utf8(cell).length));
	return { ...base, text: widest, format: 1, values: cells };
}

/** SPSS: a system file, whose dictionary says what codes mean and which are no answers. */
export const spss: Shape = (questionnaire, random) => {
	const downwards = random.chance(0.5);
	const { columns } = questionnaire;
	return {
		shape: 'spss',
		bytes: writeSav(columns.map((asked) => variableOf(asked, downwards))),
		places: columns.map((_, at) => at),
		columns: columns.map((asked) =>
			asked.truth.kind === 'date' ? { ...asked, cells: [...asked.truth.days] } : asked
		)
	};
};
