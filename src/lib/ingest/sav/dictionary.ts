import { Bytes, damaged } from './bytes';

/** A value with its words. `value` is a number, or a string without the spaces that fill it up. */
export type ValueLabel = { value: number | string; label: Uint8Array };

/** A variable as the file declares it; text still in the encoding of the file. */
export type Variable = {
	/** unique within the file, in capitals; `longName` is the one that people gave */
	shortName: string;
	longName: Uint8Array | null;
	label: Uint8Array | null;
	/** 0 for numbers, else the bytes of a string */
	width: number;
	/** slots of eight bytes that a case gives to it, segments of very long strings included */
	slots: number[];
	/** print format: 5 plain numbers, 20 dates and so on */
	format: number;
	/** 1 nominal, 2 ordinal, 3 scale, 0 not said */
	measurementLevel: number;
	labels: ValueLabel[];
	missing: { values: (number | string)[]; range: [number, number] | null };
};

export type Dictionary = {
	variables: Variable[];
	/** slots of eight bytes in a case */
	caseSize: number;
	/** 0 none, 1 by bytes, 2 by blocks */
	compression: number;
	bias: number;
	/** index of the variable that weights cases, or null */
	weight: number | null;
	/** as declared; null where it is not */
	encoding: string | null;
	/** multiple response sets as the file writes them */
	sets: Uint8Array[];
	/** where cases begin */
	dataAt: number;
};

const latin1 = new TextDecoder('latin1');
const trimmed = (bytes: Uint8Array): string => latin1.decode(bytes).replace(/[\s\0]+$/, '');

/** Bytes without the spaces that fill them up. */
function unfilled(bytes: Uint8Array): Uint8Array {
	let end = bytes.length;
	while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
	return bytes.subarray(0, end);
}

/** A string value as it is compared: byte by byte, whatever encoding it is in. */
const stringValue = (bytes: Uint8Array): string => latin1.decode(unfilled(bytes));

const roundUp = (count: number, to: number): number => Math.ceil(count / to) * to;

type Declared = Variable & { slot: number };

function readVariable(bytes: Bytes, slot: number): Declared | null {
	const width = bytes.i32();
	const hasLabel = bytes.i32();
	const missingCount = bytes.i32();
	const format = (bytes.i32() >> 16) & 0xff;
	bytes.skip(4);
	const shortName = trimmed(bytes.take(8));
	let label: Uint8Array | null = null;
	if (hasLabel === 1) {
		const length = bytes.i32();
		label = unfilled(bytes.take(length));
		bytes.skip(roundUp(length, 4) - length);
	}
	const missing: Variable['missing'] = { values: [], range: null };
	if (Math.abs(missingCount) > 3) damaged('missing values');
	const numbers = Math.abs(missingCount);
	for (let index = 0; index < numbers; index++) {
		if (width > 0) missing.values.push(stringValue(bytes.take(8)));
		else missing.values.push(bytes.f64());
	}
	if (missingCount < 0) {
		const [low, high, ...rest] = missing.values as number[];
		missing.range = [low ?? NaN, high ?? NaN];
		missing.values = rest;
	}
	if (width < 0) return null;
	if (width > 255) damaged('width of a string');
	const length = Math.max(1, Math.ceil(width / 8));
	return {
		shortName,
		longName: null,
		label,
		width,
		slots: Array.from({ length }, (_, index) => slot + index),
		slot,
		format,
		measurementLevel: 0,
		labels: [],
		missing
	};
}

/** Value labels (record 3) and the variables that have them (record 4). */
function readLabels(bytes: Bytes, bySlot: Map<number, Declared>): void {
	const count = bytes.i32();
	const found: { raw: Uint8Array; label: Uint8Array }[] = [];
	for (let index = 0; index < count; index++) {
		const raw = bytes.take(8);
		const length = bytes.take(1)[0] ?? 0;
		found.push({ raw, label: unfilled(bytes.take(length)) });
		bytes.skip(roundUp(length + 1, 8) - length - 1);
	}
	if (bytes.i32() !== 4) damaged('value labels without variables');
	const variables = bytes.i32();
	for (let index = 0; index < variables; index++) {
		// Slots are counted from one.
		const variable = bySlot.get(bytes.i32() - 1);
		if (!variable) continue;
		variable.labels = found.map(({ raw, label }) => {
			const number = new DataView(raw.buffer, raw.byteOffset, 8).getFloat64(0, bytes.little);
			return { value: variable.width > 0 ? stringValue(raw) : number, label };
		});
	}
}

/** `SHORT=Long`, tab by tab: the names that people gave. */
function* pairsOf(bytes: Uint8Array): Generator<[string, Uint8Array]> {
	let from = 0;
	for (let at = 0; at <= bytes.length; at++) {
		if (at < bytes.length && bytes[at] !== 0x09 && bytes[at] !== 0) continue;
		const pair = bytes.subarray(from, at);
		const equals = pair.indexOf(0x3d);
		if (equals > 0) yield [latin1.decode(pair.subarray(0, equals)), pair.subarray(equals + 1)];
		from = at + 1;
	}
}

/** Very long strings are declared in pieces of 255 bytes: all but the first belong to it. */
function joinSegments(variables: Declared[], record: Uint8Array): Declared[] {
	const widths = new Map(
		[...pairsOf(record)].map(([name, width]) => [name, Number(trimmed(width))])
	);
	const joined: Declared[] = [];
	for (let index = 0; index < variables.length; index++) {
		const variable = variables[index] as Declared;
		const width = widths.get(variable.shortName) ?? 0;
		const segments = width > 255 ? Math.ceil(width / 252) : 1;
		const own = variables.slice(index, index + segments);
		if (own.length < segments) damaged('a very long string');
		joined.push(
			segments === 1 ? variable : { ...variable, width, slots: own.flatMap(({ slots }) => slots) }
		);
		index += segments - 1;
	}
	return joined;
}

/** Value labels of strings above eight bytes. */
function readLongLabels(record: Bytes, variables: readonly Declared[]): void {
	while (record.at < record.all.length) {
		const name = latin1.decode(record.take(record.i32()));
		record.skip(4);
		const count = record.i32();
		const labels: ValueLabel[] = [];
		for (let index = 0; index < count; index++) {
			const value = stringValue(record.take(record.i32()));
			labels.push({ value, label: unfilled(record.take(record.i32())) });
		}
		const variable = variables.find((one) => nameIs(one, name));
		if (variable) variable.labels = labels;
	}
}

/** Missing values of strings above eight bytes. */
function readLongMissing(record: Bytes, variables: readonly Declared[]): void {
	while (record.at < record.all.length) {
		const name = latin1.decode(record.take(record.i32()));
		const count = record.take(1)[0] ?? 0;
		const length = record.i32();
		const values = Array.from({ length: count }, () => stringValue(record.take(length)));
		const variable = variables.find((one) => nameIs(one, name));
		if (variable) variable.missing.values = values;
	}
}

const nameIs = ({ shortName, longName }: Variable, name: string): boolean =>
	shortName === name || (longName !== null && latin1.decode(longName) === name);

/** Code pages as record 7/3 numbers them; what it does not say is Windows-1252, as SPSS wrote it in Germany. */
const CODE_PAGES: Record<number, string> = {
	65001: 'utf-8',
	1250: 'windows-1250',
	28591: 'latin1'
};

function readHeader(bytes: Bytes) {
	const magic = latin1.decode(bytes.take(4));
	if (magic !== '$FL2' && magic !== '$FL3') damaged('no SPSS file');
	bytes.skip(60);
	const layout = bytes.i32();
	if (layout !== 2 && layout !== 3) {
		bytes.little = false;
		bytes.at -= 4;
		const other = bytes.i32();
		if (other !== 2 && other !== 3) damaged('layout');
	}
	bytes.skip(4);
	const compression = bytes.i32();
	const weight = bytes.i32();
	bytes.skip(4);
	const bias = bytes.f64();
	bytes.skip(9 + 8 + 64 + 3);
	return { compression, weight, bias };
}

/**
 * The dictionary of an SPSS system file: everything before its cases (GNU PSPP Developers’ Guide,
 * System File Format).
 *
 * @throws ProblemError `file_is_damaged`
 */
export function readDictionary(bytes: Bytes): Dictionary {
	const { compression, weight, bias } = readHeader(bytes);
	const declared: Declared[] = [];
	const bySlot = new Map<number, Declared>();
	const extensions: { subtype: number; size: number; data: Uint8Array }[] = [];
	let caseSize = 0;
	for (let type = bytes.i32(); type !== 999; type = bytes.i32()) {
		if (type === 2) {
			const variable = readVariable(bytes, caseSize++);
			if (!variable) continue;
			declared.push(variable);
			bySlot.set(variable.slot, variable);
		} else if (type === 3) readLabels(bytes, bySlot);
		else if (type === 6) bytes.skip(80 * bytes.i32());
		else if (type === 7) {
			const [subtype, size, count] = [bytes.i32(), bytes.i32(), bytes.i32()];
			extensions.push({ subtype, size, data: bytes.take(size * count) });
		} else damaged(`record ${type}`);
	}
	bytes.skip(4);

	const weightVariable = bySlot.get(weight - 1);
	const of = (subtype: number) => extensions.filter((one) => one.subtype === subtype);
	const reader = (data: Uint8Array) => {
		const record = new Bytes(data);
		record.little = bytes.little;
		return record;
	};
	for (const { data } of of(13))
		for (const [short, long] of pairsOf(data)) {
			const variable = declared.find(({ shortName }) => shortName === short);
			if (variable) variable.longName = long;
		}
	const variables = of(14).reduce((all, { data }) => joinSegments(all, data), declared);
	for (const { data } of of(11)) {
		const record = reader(data);
		const each = Math.floor(data.length / 4 / Math.max(1, declared.length));
		declared.forEach(({ shortName }, index) => {
			record.at = 4 * each * index;
			const variable = variables.find((one) => one.shortName === shortName);
			if (variable && each >= 2) variable.measurementLevel = record.i32();
		});
	}
	for (const { data } of of(21)) readLongLabels(reader(data), variables);
	for (const { data } of of(22)) readLongMissing(reader(data), variables);
	const codePage = of(3).map(({ data }) => {
		const record = reader(data);
		record.skip(28);
		return CODE_PAGES[record.i32()];
	});
	const named = of(20).map(({ data }) => trimmed(data));
	const position = variables.findIndex(({ shortName }) => shortName === weightVariable?.shortName);
	return {
		variables,
		caseSize,
		compression,
		bias,
		weight: weightVariable && position >= 0 ? position : null,
		encoding: named[0] ?? codePage[0] ?? null,
		sets: [...of(7), ...of(19)].map(({ data }) => data),
		dataAt: bytes.at
	};
}
