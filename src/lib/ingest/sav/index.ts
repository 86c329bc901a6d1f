import type { Codebook, Field } from '../codebooks';
import { decoderOf } from '../decode';
import { numberText } from '../values';
import { Bytes, damaged } from './bytes';
import { readCases } from './cases';
import { readDictionary, type Dictionary } from './dictionary';
import type { Variable } from './variables';
import { categorySets, condenseSets, responseSets } from './sets';

/** The cases of an SPSS file as text cells, row by row, and what its dictionary says of them. */
export type SavFile = { names: string[]; rows: string[][]; codebook: Codebook };

const SYSTEM_MISSING = -Number.MAX_VALUE;
/** Print formats of days and of moments; of times alone; of text. */
const DATES = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const MOMENTS = new Set([22, 41]);
const TIMES = new Set([21, 25, 40]);

/** Seconds between 14 October 1582, from which SPSS counts, and 1970. */
const EPOCH = 12_219_379_200;

/** Names of encodings that browsers know otherwise. */
const decoderFor = (encoding: string | null): ((bytes: Uint8Array) => string) => {
	try {
		return decoderOf((encoding ?? 'windows-1252').replace(/^cp(\d+)$/i, 'windows-$1'));
	} catch {
		return decoderOf('windows-1252');
	}
};

function momentText(seconds: number, format: number): string {
	if (TIMES.has(format)) {
		const whole = Math.round(seconds);
		const part = (value: number) => String(Math.floor(value)).padStart(2, '0');
		return `${part(whole / 3600)}:${part((whole % 3600) / 60)}:${part(whole % 60)}`;
	}
	const date = new Date((seconds - EPOCH) * 1000);
	if (Number.isNaN(date.getTime())) return '';
	const text = date.toISOString().slice(0, 19).replace('T', ' ');
	return DATES.has(format) ? text.slice(0, 10) : text;
}

const isMoment = ({ format }: Variable): boolean =>
	DATES.has(format) || MOMENTS.has(format) || TIMES.has(format);

const isMissing = ({ missing: { values, range } }: Variable, value: number | string): boolean =>
	values.includes(value) ||
	(range !== null && typeof value === 'number' && value >= range[0] && value <= range[1]);

/** Values of a variable case by case; null where the system has none. */
function valuesOf(
	{ width, slots }: Variable,
	cases: Uint8Array,
	{ caseSize }: Dictionary,
	little: boolean,
	decode: (bytes: Uint8Array) => string
): (number | string | null)[] {
	const count = Math.floor(cases.length / (8 * caseSize));
	const view = new DataView(cases.buffer, cases.byteOffset, cases.byteLength);
	const first = (slots[0] ?? 0) * 8;
	if (width === 0) {
		return Array.from({ length: count }, (_, row) => {
			const value = view.getFloat64(row * caseSize * 8 + first, little);
			return value === SYSTEM_MISSING || Number.isNaN(value) ? null : value;
		});
	}
	// Segments of a very long string hold 255 bytes each, in 256.
	const starts = slots.filter((slot, index) => index % 32 === 0).map((slot) => slot * 8);
	const text = new Uint8Array(width);
	return Array.from({ length: count }, (_, row) => {
		const from = row * caseSize * 8;
		starts.forEach((start, segment) => {
			const size = Math.min(255, width - segment * 255);
			if (size > 0) text.set(cases.subarray(from + start, from + start + size), segment * 255);
		});
		return decode(text).replace(/[\s\0]+$/, '');
	});
}

/** Text of each distinct value; words where every answer has some, else codes. */
function wordsOf(
	variable: Variable,
	values: readonly (number | string | null)[],
	decode: (bytes: Uint8Array) => string
): { cell: (value: number | string) => string; field: Partial<Field> } {
	const plain = (value: number | string): string =>
		typeof value === 'string'
			? value
			: isMoment(variable)
				? momentText(value, variable.format)
				: numberText(value);
	const labels = variable.labels.map(({ value, label }) => ({ value, word: decode(label).trim() }));
	const known = new Map(labels.map(({ value, word }) => [value, word]));
	const substantive = values.filter((value) => value !== null && !isMissing(variable, value));
	const complete = substantive.every((value) => value !== null && (known.get(value) ?? '') !== '');
	const distinct = new Set(labels.map(({ word }) => word)).size === labels.length;
	const inWords = labels.length > 0 && complete && distinct;
	const cell = (value: number | string): string =>
		(inWords || isMissing(variable, value) ? known.get(value) : undefined) || plain(value);
	const category = (value: number | string) => {
		const word = known.get(value);
		return { value: cell(value), label: word && word !== cell(value) ? word : undefined };
	};
	const apart = new Set<number | string>([
		...labels.map(({ value }) => value).filter((value) => isMissing(variable, value)),
		...values.filter((value) => value !== null && isMissing(variable, value))
	] as (number | string)[]);
	const points = labels.filter(({ value }) => !apart.has(value));
	return {
		cell,
		field: {
			...(points.length > 0 ? { categories: points.map(({ value }) => category(value)) } : {}),
			...(variable.measurementLevel === 2 ? { categoriesOrdered: true } : {}),
			...(apart.size > 0 ? { missingValues: [...apart].map(category) } : {})
		}
	};
}

/**
 * Reads an SPSS system file, of either byte order and any compression. Cells are the words of their
 * values where all answers of a variable have some, else the values.
 *
 * @throws ProblemError `file_is_damaged`, `file_unpacks_too_large`
 */
export async function readSav(file: Uint8Array): Promise<SavFile> {
	const bytes = new Bytes(file);
	const dictionary = readDictionary(bytes);
	const { variables, encoding, weight, caseSize } = dictionary;
	if (variables.length === 0 || caseSize === 0) damaged('no variables');
	const cases = await readCases(bytes, dictionary);
	const decode = decoderFor(encoding);
	const named = variables.map((variable) => ({
		variable,
		name: variable.longName ? decode(variable.longName) : variable.shortName
	}));
	const sets = responseSets(dictionary.sets.map(decode));
	const rows = Array.from({ length: Math.floor(cases.length / (8 * caseSize)) }, () =>
		Array<string>(variables.length).fill('')
	);
	const fields = named.map(({ variable, name }, index): Field => {
		const values = valuesOf(variable, cases, dictionary, bytes.little, decode);
		const { cell, field } = wordsOf(variable, values, decode);
		values.forEach((value, row) => {
			const cells = rows[row];
			if (cells && value !== null) cells[index] = cell(value);
		});
		const set = sets.get(variable.shortName.toLowerCase()) ?? sets.get(name.toLowerCase());
		return {
			name,
			title: variable.label ? decode(variable.label) : undefined,
			type: variable.width > 0 ? 'string' : isMoment(variable) ? 'datetime' : 'number',
			...field,
			...(index === weight ? { 'quartierspiegel:role': 'weight' } : {}),
			...(set ? set(cell, variable.label ? decode(variable.label) : name) : {})
		};
	});
	const whole = condenseSets(
		{
			names: named.map(({ name }) => name),
			shortNames: named.map(({ variable }) => variable.shortName),
			rows,
			fields
		},
		categorySets(dictionary.sets.map(decode))
	);
	return { names: whole.names, rows: whole.rows, codebook: { fields: whole.fields } };
}
