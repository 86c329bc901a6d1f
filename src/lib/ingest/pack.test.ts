import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, type Batch } from './batch';
import { encodeColumns } from './columns';
import { packBatch, unpackBatch } from './pack';
import { csv, read, utf8 } from './testing';
import { pseudonymised, pseudonymiser } from './pseudonyms';

const { table, mapping } = read(
	csv(
		['Bogen', 'Quartier', 'Zufriedenheit insgesamt', 'Welle'],
		[
			['1', 'Weststadt', 'sehr zufrieden', '2025'],
			['2', 'Heidberg', 'eher zufrieden', '2025']
		]
	)
);
const meta = {
	id: crypto.randomUUID(),
	kind: mapping.kind,
	file: { name: 'a.csv', size: 1, sha256: 'f' },
	sample: false,
	author: 'ich',
	created: new Date().toISOString(),
	loaded: 2,
	skipped: 0,
	format: 2 as const,
	dropped: [['Name', 'name']] as [string, string][],
	notStored: ['Uhrzeit']
};
const batch: Batch = { meta, ...pseudonymised(clean(table, mapping), pseudonymiser(utf8('key'))) };

test('any table comes back as it was kept', async () => {
	const cells = fc.array(
		fc.tuple(fc.string({ unit: 'binary' }), fc.constantFrom('', 'a', 'b'), fc.nat().map(String)),
		{ maxLength: 400 }
	);
	await fc.assert(
		fc.asyncProperty(cells, fc.array(fc.nat(9)), async (rows, gaps) => {
			const columns = encodeColumns(rows, 3);
			const lines = Uint32Array.from(rows.keys(), (row) => 2 * row + (gaps[row] === 0 ? 1 : 0) + 2);
			const kept = { ...batch, headings: ['x', '__proto__', 'z'], columns, lines };
			expect(await unpackBatch(await packBatch(kept))).toEqual(kept);
		}),
		{ numRuns: 60 }
	);
});

test('more words than fit one byte, or two, come back as well', async () => {
	for (const count of [256, 257, 65_536, 65_537]) {
		const columns = encodeColumns(
			Array.from({ length: count }, (_, at) => [String(at)]),
			1
		);
		const lines = Uint32Array.from({ length: count }, (_, at) => at + 2);
		const kept = { ...batch, headings: ['Nr'], columns, lines };
		expect(await unpackBatch(await packBatch(kept))).toEqual(kept);
	}
});

test('a damaged batch is refused, never half read', async () => {
	const packed = await packBatch(batch);
	for (const cut of [0, 10, packed.length - 9])
		await expect(unpackBatch(packed.slice(0, cut))).rejects.toThrow();
	for (const at of [0, 40, packed.length - 1])
		await expect(unpackBatch(packed.with(at, packed[at]! ^ 1))).rejects.toThrow(RangeError);
	const wrong = { ...batch, columns: [{ words: ['a'], codes: Uint32Array.of(0, 1) }] };
	await expect(unpackBatch(await packBatch(wrong))).rejects.toThrow(RangeError);
	const short = { ...batch, lines: Uint32Array.of(2, 3, 4) };
	await expect(unpackBatch(await packBatch(short))).rejects.toThrow(RangeError);
});
