import { expect, test } from 'vitest';
import type { Mapping } from '../../ingest';
import { memoryStore } from '../store';
import { Drafts } from './draft';

const FILE = { name: 'welle.csv', size: 12, sha256: 'ab' };
const mapping: Mapping = {
	kind: 'survey',
	tool: 'csv',
	encoding: 'utf-8',
	separator: ';',
	headerRow: 1,
	headerRows: 1,
	columns: [
		{ index: 0, heading: 'Quartier', role: 'quartier', certain: true },
		{
			index: 1,
			heading: 'Mieter',
			role: 'dropped',
			dropped: 'name',
			certain: true,
			corrections: [['Sommerfeld', '']]
		}
	],
	waves: [],
	quartierNames: [],
	success: []
};

const codebook = {
	name: 'fragebogen.json',
	books: [{ fields: [{ name: 'Quartier', type: 'string' }] }]
};

test('a draft comes back as it was left, without what stands in personal columns', async () => {
	const store = memoryStore();
	const drafts = new Drafts(store);
	expect(await drafts.read()).toBeNull();
	await drafts.keep({ file: FILE, mapping }, Uint8Array.of(1, 2));
	await drafts.keep(
		{ file: FILE, mapping: { ...mapping, quartierForAll: 'Nord' }, codebook },
		null
	);
	const draft = await new Drafts(store).read();
	expect(draft).toMatchObject({ file: FILE, mapping: { quartierForAll: 'Nord' }, codebook });
	expect(draft?.mapping.columns[1]).toEqual({
		index: 1,
		heading: 'Mieter',
		role: 'dropped',
		dropped: 'name',
		certain: true
	});
	expect(await drafts.columns()).toEqual(Uint8Array.of(1, 2));
});

test('a draft that is discarded leaves nothing', async () => {
	const store = memoryStore();
	const drafts = new Drafts(store);
	await drafts.keep({ file: FILE, mapping }, Uint8Array.of(1));
	await drafts.discard();
	expect(await drafts.read()).toBeNull();
	expect(await store.list('draft')).toEqual([]);
});

test('a draft whose columns were being replaced is none', async () => {
	const store = memoryStore();
	const drafts = new Drafts(store);
	await drafts.keep({ file: FILE, mapping }, Uint8Array.of(1));
	const write = store.write.bind(store);
	store.write = async (folder, name, ...parts) => {
		if (name === 'about') throw new Error('the window was closed');
		await write(folder, name, ...parts);
	};
	await expect(drafts.keep({ file: FILE, mapping }, Uint8Array.of(2))).rejects.toThrow();
	expect(await drafts.read()).toBeNull();
});
