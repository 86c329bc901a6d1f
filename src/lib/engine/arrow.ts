import {
	Bool,
	DateDay,
	Float64,
	makeData,
	makeVector,
	Table,
	tableFromIPC,
	tableToIPC,
	Utf8,
	Vector,
	type DataType
} from 'apache-arrow';
import type { NumberColumn, SqlColumns } from './engine';

/** Columns of one table to be loaded. Typed arrays have no gaps; in the others null is a gap. Dates are ISO strings. */
export type Column =
	| { type: 'u8'; values: Uint8Array }
	| { type: 'u16'; values: Uint16Array }
	| { type: 'u32'; values: Uint32Array }
	| { type: 'f64'; values: Float64Array }
	| { type: 'number'; values: (number | null)[] }
	| { type: 'text'; values: (string | null)[] }
	| { type: 'boolean'; values: (boolean | null)[] }
	| { type: 'date'; values: (string | null)[] };

const DAY = 86_400_000;

/** One bit per value, least significant first, as Arrow lays them out. */
function bits(values: readonly unknown[], isSet: (value: unknown) => boolean): Uint8Array {
	const bytes = new Uint8Array(Math.ceil(values.length / 8));
	values.forEach((value, index) => {
		if (isSet(value)) bytes[index >> 3]! |= 1 << (index & 7);
	});
	return bytes;
}

/** What every vector with gaps needs beside its values. */
const gaps = (values: readonly unknown[]) => ({
	length: values.length,
	nullCount: values.filter((value) => value === null).length,
	nullBitmap: bits(values, (value) => value !== null)
});

function text(values: readonly (string | null)[]): Vector<Utf8> {
	const encoder = new TextEncoder();
	const parts = values.map((value) => encoder.encode(value ?? ''));
	const valueOffsets = new Int32Array(values.length + 1);
	parts.forEach((part, index) => (valueOffsets[index + 1] = valueOffsets[index]! + part.length));
	const data = new Uint8Array(valueOffsets[values.length] ?? 0);
	parts.forEach((part, index) => data.set(part, valueOffsets[index]));
	return new Vector([makeData({ type: new Utf8(), ...gaps(values), valueOffsets, data })]);
}

// Arrow's own builders make functions from text, which the page's content security policy forbids.
function vector(column: Column): Vector<DataType> {
	switch (column.type) {
		case 'u8':
		case 'u16':
		case 'u32':
		case 'f64':
			return makeVector(column.values);
		case 'text':
			return text(column.values);
		case 'number': {
			const data = Float64Array.from(column.values, (value) => value ?? 0);
			return new Vector([makeData({ type: new Float64(), ...gaps(column.values), data })]);
		}
		case 'boolean': {
			const data = bits(column.values, (value) => value === true);
			return new Vector([makeData({ type: new Bool(), ...gaps(column.values), data })]);
		}
		case 'date': {
			const data = Int32Array.from(column.values, (value) =>
				value === null ? 0 : Date.parse(value) / DAY
			);
			return new Vector([makeData({ type: new DateDay(), ...gaps(column.values), data })]);
		}
	}
}

/** The columns of an answer (Arrow IPC) whose values are all numbers. @throws TypeError for a column of anything else */
export function columnsIn(ipc: Uint8Array): SqlColumns {
	const table = tableFromIPC(ipc);
	return Object.fromEntries(
		table.schema.fields.map(({ name }, index): [string, NumberColumn] => {
			const values: unknown = table.getChildAt(index)?.toArray();
			if (!ArrayBuffer.isView(values) || values instanceof BigInt64Array)
				throw new TypeError(`${name} is no column of numbers`);
			return [name, values as NumberColumn];
		})
	);
}

/** The columns as an Arrow IPC stream, the form in which rows travel to the database without being copied as text. */
export function toIpc(columns: Record<string, Column>): Uint8Array {
	const vectors = Object.fromEntries(
		Object.entries(columns).map(([name, column]) => [name, vector(column)])
	);
	return tableToIPC(new Table(vectors), 'stream');
}
