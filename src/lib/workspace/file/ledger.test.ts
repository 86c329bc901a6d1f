import { expect, test } from 'vitest';
import { stepsOf } from '../history';
import type { Store } from '../store';
import { mergeContents } from './content';
import { recordsPath } from './descriptor';
import { recordsOf, release, smallWorkspace } from './file.fixture';
import { enterRelease, ledgerOf } from './ledger';
import { readWorkspaceFile } from './read';
import { asThen } from './revert';
import { keepContent, storedContent } from './stored';
import { writePlain } from './write';
import { unzipSync } from 'fflate';

const contentOf = async (store: Store) => (await storedContent(store)).content;
const titles = async (store: Store) => (await ledgerOf(store)).releases.map(({ title }) => title);

test('what left goes into the file and comes out of it; where nothing did the file is as before', async () => {
	const store = await smallWorkspace();
	const path = recordsPath('releases');
	expect(Object.keys(unzipSync(await writePlain(await contentOf(store))))).not.toContain(path);
	await enterRelease(store, release('r1', 'Fälle'));
	const bytes = await writePlain(await contentOf(store));
	expect(Object.keys(unzipSync(bytes))).toContain(path);
	const { records } = await readWorkspaceFile(bytes);
	expect([...records.releases.keys()]).toEqual(['r1']);
});

test('an earlier state leaves the ledger as it is, and two are united', async () => {
	const store = await smallWorkspace();
	const then = await contentOf(store);
	await enterRelease(store, release('r1', 'Fälle'));
	const now = await contentOf(store);
	await keepContent(store, asThen(now, then, 'w', 'Müller'));
	expect(await titles(store)).toEqual(['Fälle']);
	const other = await smallWorkspace();
	await enterRelease(other, release('r2', 'Treff'));
	await keepContent(store, mergeContents(await contentOf(store), await contentOf(other)));
	expect((await titles(store)).sort()).toEqual(['Fälle', 'Treff']);
});

test('nobody undoes that something left; that it did not is said with a name, and can be undone', async () => {
	const store = await smallWorkspace();
	const records = recordsOf(store);
	await records.put('releases', release('r1', 'Fälle'));
	const steps = () =>
		stepsOf(
			'releases',
			records.versions.find(([kind]) => kind === 'releases')![1].find(({ id }) => id === 'r1')!
		);
	expect(steps()).toMatchObject([{ what: 'added', isLast: false }]);
	await expect(records.undo(steps()[0]!, 'Klein')).rejects.toThrow('step_superseded');
	await records.putBy('releases', 'Klein', { ...release('r1', 'Fälle'), withdrawn: true });
	expect(await titles(store)).toEqual([]);
	const said = steps().at(-1)!;
	expect(said).toMatchObject({ what: 'changed', by: 'Klein', isLast: true });
	await records.undo(said, 'Müller');
	expect(await titles(store)).toEqual(['Fälle']);
});

test('a workspace is stricter where somebody says so, and never looser', async () => {
	const store = await smallWorkspace();
	const records = recordsOf(store);
	expect(await ledgerOf(store)).toEqual({ releases: [], minimum: 0, groups: {} });
	await records.describe({ minimum: 12, groups: { language: 'shown' } }, 'Müller');
	expect(await ledgerOf(store)).toMatchObject({ minimum: 12, groups: { language: 'shown' } });
	await records.describe({ minimum: 2 }, 'Müller');
	expect((await ledgerOf(store)).minimum).toBe(5);
});
