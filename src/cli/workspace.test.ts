import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Problem } from '$lib/domain';
import { openWorkspaceFile } from '$lib/workspace/file';
import { folder, oneEngine, problemOf, tidyUp, written } from './testing';
import { workspaceCommand } from './workspace';

vi.mock('$lib/engine/node', async (original) => oneEngine(await original()));

afterAll(tidyUp);

const SAMPLES = [
	'quartiere',
	'mieterbefragung',
	'faelle',
	'kontakte',
	'mietrueckstaende',
	'leistungen',
	'treff',
	'kooperationen'
].map((name) => join(import.meta.dirname, '../../datasets', `beispiel-${name}.csv`));

const place = (name: string): string => join(folder, name);

type Info = {
	name: string;
	batches: { file: string; loaded: number; id: string }[];
	keys: string[];
};

const run = async (...args: string[]): Promise<Info> =>
	JSON.parse(await workspaceCommand(args)) as Info;

const SAMPLE = place('beispiel.quartierspiegel');
const made = run('create', SAMPLE, ...SAMPLES, '--name', 'Beispiel');

test('the sample files make a workspace without a decision', async () => {
	const { name, batches } = await made;
	expect(name).toBe('Beispiel');
	expect(batches).toHaveLength(SAMPLES.length);
	expect(batches.every(({ loaded }) => loaded > 0)).toBe(true);
	expect(await run('info', SAMPLE)).toEqual(await made);
	expect(await run('verify', SAMPLE)).toMatchObject({ whole: true, canonical: true, batches: 8 });
});

/** Reads a workspace as a stranger would, with nothing but what comes with Python. */
const PYTHON = `
import csv, hashlib, io, json, sys, zipfile
package = zipfile.ZipFile(sys.argv[1])
assert package.testzip() is None
descriptor = json.loads(package.read("datapackage.json"))
rows = {}
for resource in descriptor["resources"]:
    content = package.read(resource["path"])
    assert len(content) == resource["bytes"], resource["path"]
    assert "sha256:" + hashlib.sha256(content).hexdigest() == resource["hash"], resource["path"]
    if resource.get("type") != "table":
        json.loads(content)
        continue
    schema = json.loads(package.read(resource["schema"]))
    table = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    assert table[0] == [field["name"] for field in schema["fields"]], resource["path"]
    assert all(len(row) == len(table[0]) for row in table), resource["path"]
    rows[resource["title"]] = len(table) - 1
print(json.dumps(rows))
`;

const hasPython = (() => {
	try {
		execFileSync('python3', ['--version']);
		return true;
	} catch {
		return false;
	}
})();

test.skipIf(!hasPython)('Python reads it with its standard library alone', async () => {
	const { batches } = await made;
	const script = written('read.py', PYTHON);
	const rows = JSON.parse(
		execFileSync('python3', [script, SAMPLE], { encoding: 'utf8' })
	) as object;
	expect(rows).toEqual(Object.fromEntries(batches.map(({ file, loaded }) => [file, loaded])));
});

test('figures of a workspace are those of its pages, protected unless staff ask', async () => {
	await made;
	const { evaluateCommand } = await import('./evaluate');
	const ask = async (...args: string[]) =>
		JSON.parse(await evaluateCommand(['--workspace', SAMPLE, ...args])) as {
			rows: { group: Record<string, string>; value: number | null; n: number | null }[];
		};
	const { rows } = await ask('--indicator', 'new-cases-rate', '--by', 'quartier');
	expect(rows.length).toBeGreaterThan(5);
	expect(rows.map(({ group }) => group['quartier'])).toContain('SZ-Lebenstedt');
	const one = await ask(
		...['--indicator', 'new-cases-rate', '--audience', 'inside'],
		...['--where', 'quartier=sz-lebenstedt']
	);
	const inList = rows.find(({ group }) => group['quartier'] === 'SZ-Lebenstedt');
	expect(one.rows[0]).toMatchObject({ value: inList?.value, n: inList?.n });
	expect(
		await problemOf(evaluateCommand(['--workspace', SAMPLE, '--indicator', 'x']))
	).toMatchObject({ code: 'unknown_indicator' });
});

test('what is handed over is entered in the file, and protected beside what left before', async () => {
	await made;
	const { evaluateCommand } = await import('./evaluate');
	const path = place('ledger.quartierspiegel');
	copyFileSync(SAMPLE, path);
	const told: Problem[] = [];
	const ask = async (...args: string[]) => {
		const asked = [
			'--workspace',
			path,
			'--indicator',
			'new-cases',
			'--by',
			'area,workForm',
			...args
		];
		const { rows } = JSON.parse(await evaluateCommand(asked, (one) => told.push(one))) as {
			rows: { value: number | null }[];
		};
		return rows.filter(({ value }) => value === null).length;
	};
	const inOne = ['--where', 'quartier=sz-lebenstedt'];
	const some = ['Behörde', 'Hauswart', 'Nachbarn', 'Selbstmeldung'].flatMap((one) => [
		...['--where', `access=${one}`]
	]);
	const entries = async () => {
		const { content } = await openWorkspaceFile(new Uint8Array(readFileSync(path)));
		return [...content.records.releases.values()].map(({ fields }) => fields['form']?.value);
	};
	const before = readFileSync(path);
	await ask(...inOne, '--audience', 'inside');
	expect(readFileSync(path).equals(before)).toBe(true);
	const alone = await ask(...inOne, ...some);
	copyFileSync(SAMPLE, path);
	const had = (await entries()).length;
	await ask(...inOne);
	expect(told).toEqual([]);
	expect(await ask(...inOne, ...some)).toBeGreaterThan(alone);
	expect(told.map(({ code }) => code)).toEqual(['earlier_releases']);
	expect(await entries()).toHaveLength(had + 2);
	expect(new Set(await entries())).toEqual(new Set(['terminal']));
	expect(JSON.parse(await workspaceCommand(['verify', path]))).toMatchObject({ whole: true });
});

test('nothing is written over what is there', async () => {
	const path = written('schon-da.quartierspiegel', 'wertvoll');
	for (const args of [
		['create', path, SAMPLES[0]!],
		['merge', SAMPLE, SAMPLE, '--out', path]
	])
		expect(await problemOf(workspaceCommand(args))).toMatchObject({
			code: 'output_exists',
			place: { file: 'schon-da.quartierspiegel' }
		});
	expect(readFileSync(path, 'utf8')).toBe('wertvoll');
});

test('a file that needs a decision is refused, and which is said; nothing is written', async () => {
	const out = place('leer.quartierspiegel');
	const bare = written('ohne-quartier.csv', 'Bogen;Wie zufrieden sind Sie?\n1;sehr zufrieden\n');
	const heard: Problem[] = [];
	const work = workspaceCommand(['create', out, bare], (problem) => heard.push(problem));
	expect(await problemOf(work)).toMatchObject({ code: 'decisions_needed' });
	expect(heard.map(({ code }) => code)).toEqual(['decision_field']);
	expect(existsSync(out)).toBe(false);
});

test('a day that could be read either way is a decision', async () => {
	const rows = ['03/04/2025', '05/06/2025'].map((day, at) => `K-${at};Nord;${day};Energie;selbst`);
	const text = ['Fall-Nr;Quartier;Eröffnet am;Anlass;Zugang', ...rows].join('\n');
	const heard: Problem[] = [];
	const work = workspaceCommand(['create', place('x'), written('faelle.csv', text)], (one) =>
		heard.push(one)
	);
	expect(await problemOf(work)).toMatchObject({ code: 'decisions_needed' });
	expect(new Set(heard.map(({ code }) => code))).toEqual(new Set(['decision_date_order']));
});

describe('of two workspaces', () => {
	const survey = (year: number) =>
		written(
			`befragung-${year}.csv`,
			`Bogen;Quartier;Datum;Wie zufrieden sind Sie insgesamt?\n${['sehr zufrieden', 'eher zufrieden', 'teils/teils', 'eher unzufrieden', 'sehr unzufrieden'].map((answer, at) => `${at};Nord;0${at + 1}.03.${year};${answer}\n`).join('')}`
		);

	test('merging gives one, the same in either order; a file is counted once', async () => {
		const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(place) as [string, string, string, string];
		await run('create', a, survey(2023), survey(2024));
		await run('create', b, survey(2025));
		await run('import', b, survey(2024));
		const both = await run('merge', a, b, '--out', c);
		expect(both.batches.map(({ file }) => file).sort()).toEqual([
			'befragung-2023.csv',
			'befragung-2024.csv',
			'befragung-2025.csv'
		]);
		expect(both.keys).toHaveLength(2);
		await run('merge', b, a, '--out', d);
		expect(readFileSync(d)).toEqual(readFileSync(c));
		expect(await problemOf(workspaceCommand(['import', c, survey(2024)]))).toMatchObject({
			code: 'same_file'
		});
	});

	test('one is unpacked into a folder of tables and records', async () => {
		await workspaceCommand(['export', SAMPLE, place('offen')]);
		expect(existsSync(place('offen/datapackage.json'))).toBe(true);
		expect(readFileSync(place('offen/records/events.json'), 'utf8')).toContain('"records":[]');
	});
});

test.each([[[]], [['create']], [['create', 'x']], [['merge', 'a', '--out', 'b']], [['open', 'x']]])(
	'%j is said to be none of its commands',
	async (args) => {
		expect(await problemOf(workspaceCommand(args))).toMatchObject({ code: 'usage' });
	}
);

test('a file that is none, and one that is not there, are said by name', async () => {
	const table = written('tabelle.csv', 'a;b');
	expect(await problemOf(workspaceCommand(['info', table]))).toMatchObject({
		code: 'workspace_unknown',
		place: { file: 'tabelle.csv' }
	});
	expect(await problemOf(workspaceCommand(['info', place('nichts')]))).toMatchObject({
		code: 'file_unreadable'
	});
});
