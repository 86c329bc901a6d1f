import { damaged, type Bytes } from './bytes';

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

export const latin1 = new TextDecoder('latin1');
/** A text without what fills it up. */
export const trimmed = (bytes: Uint8Array): string => latin1.decode(bytes).replace(/[\s\0]+$/, '');

/** Bytes without the spaces that fill them up. */
function unfilled(bytes: Uint8Array): Uint8Array {
	let end = bytes.length;
	while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
	return bytes.subarray(0, end);
}

/** A string value as it is compared: byte by byte, whatever encoding it is in. */
const stringValue = (bytes: Uint8Array): string => latin1.decode(unfilled(bytes));

const roundUp = (count: number, to: number): number => Math.ceil(count / to) * to;

/** A variable while the dictionary is read, with its first slot. */
export type Declared = Variable & { slot: number };

/** A variable (record 2); null where it only goes on with a long string. */
export function readVariable(bytes: Bytes, slot: number): Declared | null {
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
export function readLabels(bytes: Bytes, bySlot: Map<number, Declared>): void {
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
export function* pairsOf(bytes: Uint8Array): Generator<[string, Uint8Array]> {
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
export function joinSegments(variables: Declared[], record: Uint8Array): Declared[] {
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
export function readLongLabels(record: Bytes, variables: readonly Declared[]): void {
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
export function readLongMissing(record: Bytes, variables: readonly Declared[]): void {
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
