import { fail, ProblemError } from '../../domain';
import type { Bytes } from './bytes';
import { damaged } from './bytes';
import type { Dictionary } from './dictionary';

/** Bytes that the cases may take unpacked. */
const LARGEST = 512 * 1024 * 1024;

const tooLarge = (): never => fail('file_unpacks_too_large', { megabytes: LARGEST / 1024 ** 2 });

/** The bytes of all cases, eight to a slot, growing as they come. */
class Slots {
	bytes = new Uint8Array(1 << 16);
	length = 0;

	/** Room for one more slot; where it begins. */
	next(): number {
		if (this.length + 8 > this.bytes.length) {
			if (this.bytes.length >= LARGEST) tooLarge();
			const more = new Uint8Array(this.bytes.length * 2);
			more.set(this.bytes);
			this.bytes = more;
		}
		const from = this.length;
		this.length += 8;
		return from;
	}
}

const SYSTEM_MISSING = -Number.MAX_VALUE;

/**
 * Commands of a byte each, eight at a time before the data that they ask for: 1 to 251 small numbers,
 * 252 the end, 253 eight bytes that follow, 254 spaces, 255 the system-missing value.
 */
function unpackBytes(packed: Uint8Array, { bias }: Dictionary, little: boolean): Uint8Array {
	const slots = new Slots();
	const number = (value: number): void => {
		const from = slots.next();
		new DataView(slots.bytes.buffer).setFloat64(from, value, little);
	};
	let at = 0;
	while (at + 8 <= packed.length) {
		const commands = packed.subarray(at, at + 8);
		at += 8;
		for (const command of commands) {
			if (command === 252) return slots.bytes.subarray(0, slots.length);
			if (command === 0) continue;
			if (command < 252) number(command - bias);
			else if (command === 255) number(SYSTEM_MISSING);
			else if (command === 254) {
				const from = slots.next();
				slots.bytes.fill(0x20, from, from + 8);
			} else {
				if (at + 8 > packed.length) damaged('the cases end within a value');
				const from = slots.next();
				slots.bytes.set(packed.subarray(at, at + 8), from);
				at += 8;
			}
		}
	}
	return slots.bytes.subarray(0, slots.length);
}

/** One block of zlib data, as long as it says and no longer. */
async function inflate(block: Uint8Array, size: number): Promise<Uint8Array> {
	const unpacked = new Uint8Array(size);
	let length = 0;
	const stream = new Blob([block.slice()]).stream().pipeThrough(new DecompressionStream('deflate'));
	const reader = stream.getReader();
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		if (length + part.value.length > size) damaged('a block is longer than it says');
		unpacked.set(part.value, length);
		length += part.value.length;
	}
	if (length < size) damaged('a block is shorter than it says');
	return unpacked;
}

/** Blocks of zlib data, which hold commands in their turn; a table at the end says where they are. */
async function unpackBlocks(bytes: Bytes): Promise<Uint8Array> {
	bytes.skip(8);
	bytes.at = bytes.i64();
	bytes.skip(8 + 8 + 4);
	const count = bytes.i32();
	const blocks = Array.from({ length: Math.min(count, 1 << 20) }, () => {
		bytes.skip(8);
		const [from, size, packed] = [bytes.i64(), bytes.i32(), bytes.i32()];
		return { from, size, packed };
	});
	const total = blocks.reduce((sum, { size }) => sum + Math.max(0, size), 0);
	if (total > LARGEST) tooLarge();
	const unpacked = new Uint8Array(total);
	let at = 0;
	for (const { from, size, packed } of blocks) {
		bytes.at = from;
		unpacked.set(await inflate(bytes.take(packed), size), at);
		at += size;
	}
	return unpacked;
}

/**
 * The cases, uncompressed: `caseSize` slots of eight bytes for each.
 *
 * @throws ProblemError `file_is_damaged`, `file_unpacks_too_large`
 */
export async function readCases(bytes: Bytes, dictionary: Dictionary): Promise<Uint8Array> {
	bytes.at = dictionary.dataAt;
	const { compression } = dictionary;
	const rest = bytes.all.subarray(dictionary.dataAt);
	if (compression === 0) return rest;
	if (compression === 1) return unpackBytes(rest, dictionary, bytes.little);
	if (compression !== 2) return damaged(`compression ${compression}`);
	try {
		return unpackBytes(await unpackBlocks(bytes), dictionary, bytes.little);
	} catch (error) {
		if (error instanceof ProblemError) throw error;
		return damaged(error instanceof Error ? error.message : '');
	}
}
