import {
	Bool,
	DateDay,
	makeVector,
	Table,
	tableToIPC,
	Utf8,
	vectorFromArray,
	type Vector
} from 'apache-arrow';

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

function vector(column: Column): Vector {
	switch (column.type) {
		case 'u8':
		case 'u16':
		case 'u32':
		case 'f64':
			return makeVector(column.values);
		case 'number':
			return vectorFromArray(column.values.map((value) => (value === null ? null : value)));
		case 'text':
			return vectorFromArray(column.values, new Utf8());
		case 'boolean':
			return vectorFromArray(column.values, new Bool());
		case 'date':
			return vectorFromArray(
				column.values.map((value) => (value === null ? null : Date.parse(value))),
				new DateDay()
			);
	}
}

/** The columns as an Arrow IPC stream, the form in which rows travel to the database without being copied as text. */
export function toIpc(columns: Record<string, Column>): Uint8Array {
	const vectors = Object.fromEntries(
		Object.entries(columns).map(([name, column]) => [name, vector(column)])
	);
	return tableToIPC(new Table(vectors), 'stream');
}
