/** A variable as it is written: of numbers where `text` is 0, else of so many bytes. */
export type SavVariable = {
	name: string;
	label: string;
	/** bytes of a string; 0 for numbers */
	text: number;
	/** print format: 1 text, 5 numbers, 20 days */
	format: 1 | 5 | 20;
	labels: { value: number; label: string }[];
	/** three at most */
	missing: number[];
	/** null where the system has no value */
	values: (number | string | null)[];
};

const utf8 = new TextEncoder();

/** Writes numbers and strings one after the other, lowest byte first. */
class Writer {
	readonly parts: Uint8Array[] = [];

	i32(...values: number[]): void {
		const view = new DataView(new ArrayBuffer(4 * values.length));
		values.forEach((value, at) => view.setInt32(4 * at, value, true));
		this.parts.push(new Uint8Array(view.buffer));
	}

	f64(value: number): void {
		const view = new DataView(new ArrayBuffer(8));
		view.setFloat64(0, value, true);
		this.parts.push(new Uint8Array(view.buffer));
	}

	/** bytes in a field of so many, filled up */
	bytes(bytes: Uint8Array, size: number, fill = 0x20): void {
		const field = new Uint8Array(size).fill(fill);
		field.set(bytes.subarray(0, size));
		this.parts.push(field);
	}

	text(text: string, size: number): void {
		this.bytes(utf8.encode(text), size);
	}
}

const SYSTEM_MISSING = -Number.MAX_VALUE;
const slotsOf = ({ text }: SavVariable): number => Math.max(1, Math.ceil(text / 8));
const shortName = (at: number): string => `V${at + 1}`;

function variable(out: Writer, one: SavVariable, at: number): void {
	const format = (one.format << 16) | ((one.text || 8) << 8);
	const label = utf8.encode(one.label).subarray(0, 252);
	out.i32(2, one.text, 1, one.missing.length, format, format);
	out.text(shortName(at), 8);
	out.i32(label.length);
	out.bytes(label, Math.ceil(label.length / 4) * 4);
	one.missing.forEach((value) => out.f64(value));
	for (let slot = 1; slot < slotsOf(one); slot++) {
		out.i32(2, -1, 0, 0, 0, 0);
		out.text('', 8);
	}
}

function valueLabels(out: Writer, { labels }: SavVariable, slot: number): void {
	if (labels.length === 0) return;
	out.i32(3, labels.length);
	for (const { value, label } of labels) {
		const bytes = utf8.encode(label).subarray(0, 120);
		out.f64(value);
		out.bytes(Uint8Array.of(bytes.length, ...bytes), Math.ceil((bytes.length + 1) / 8) * 8);
	}
	out.i32(4, 1, slot + 1);
}

function extension(out: Writer, subtype: number, text: string): void {
	const bytes = utf8.encode(text);
	out.i32(7, subtype, 1, bytes.length);
	out.bytes(bytes, bytes.length);
}

/** An SPSS system file, uncompressed and in UTF-8 (GNU PSPP Developers’ Guide, System File Format). */
export function writeSav(variables: readonly SavVariable[]): Uint8Array<ArrayBuffer> {
	const out = new Writer();
	const slots = variables.map(slotsOf);
	const starts = slots.map((_, at) => slots.slice(0, at).reduce((sum, one) => sum + one, 0));
	const cases = variables[0]?.values.length ?? 0;
	out.text('$FL2@(#) SPSS DATA FILE', 64);
	out.i32(
		2,
		slots.reduce((sum, one) => sum + one, 0),
		0,
		0,
		cases
	);
	out.f64(100);
	out.text('01 Mar 2510:00:00', 9 + 8 + 64 + 3);
	variables.forEach((one, at) => variable(out, one, at));
	variables.forEach((one, at) => valueLabels(out, one, starts[at]!));
	extension(out, 13, variables.map(({ name }, at) => `${shortName(at)}=${name}`).join('\t'));
	extension(out, 20, 'UTF-8');
	out.i32(999, 0);
	for (let row = 0; row < cases; row++)
		for (const one of variables) {
			const value = one.values[row] ?? null;
			if (one.text > 0) out.text(String(value ?? ''), 8 * slotsOf(one));
			else out.f64(typeof value === 'number' ? value : SYSTEM_MISSING);
		}
	return new Uint8Array(Buffer.concat(out.parts));
}
