import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { solve } from 'yalps';
import { openQuartier } from './panels';
import { expect, test, type Page } from './watch';
import { toPanel } from './wizard';
import { say } from './words';

const SMALL = 5;

/** New cases of the sample by year and area, counted from its file. */
async function counted(quartier: string): Promise<Map<string, number>> {
	const text = await readFile('datasets/beispiel-faelle.csv', 'latin1');
	const { data } = Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';' });
	const counts = new Map<string, number>();
	for (const row of data) {
		if (row['Quartier'] !== quartier) continue;
		const key = `${row['Eröffnet']?.slice(-4)} ${row['Angebotsbereich']}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

/** What the sheet of a panel says: n by the first two columns, and the note where it says none. */
async function handedOver(page: Page, id: string): Promise<Map<string, number | string>> {
	const panel = await toPanel(page, id);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		panel.getByRole('button', { name: say('panel_csv') }).click()
	]);
	const text = await readFile(await download.path(), 'utf8');
	const { data } = Papa.parse<string[]>(text, { delimiter: ';' });
	const head = data.findIndex((row) => row.includes('n'));
	const [n, note] = [data[head]!.indexOf('n'), data[head]!.length - 1];
	return new Map(
		data
			.slice(head + 1)
			.filter((row) => row.length > n)
			.map((row) => [`${row[0]} ${row[1]}`, row[n] === '' ? row[note]! : Number(row[n])])
	);
}

/** Between which numbers a cell lies for whoever knows the totals of years, of areas and of all. */
function between(
	told: ReadonlyMap<string, number | string>,
	truth: ReadonlyMap<string, number>,
	cell: string
): [number, number] {
	const yearOf = (key: string) => key.slice(0, 4);
	const areaOf = (key: string) => key.slice(5);
	const keys = [...told.keys()];
	const sum = (some: string[]) => some.reduce((all, key) => all + (truth.get(key) ?? 0), 0);
	const constraints = new Map<string, { equal: number }>();
	for (const key of keys) {
		for (const of of [yearOf, areaOf])
			constraints.set(of(key), { equal: sum(keys.filter((one) => of(one) === of(key))) });
		const n = told.get(key);
		if (typeof n === 'number') constraints.set(key, { equal: n });
	}
	const variables = new Map(
		keys.map((key) => {
			const own = [yearOf(key), areaOf(key), ...(constraints.has(key) ? [key] : [])];
			const aim = key === cell ? [['aim', 1] as const] : [];
			return [key, new Map([...own.map((one) => [one, 1] as const), ...aim])];
		})
	);
	const extreme = (direction: 'minimize' | 'maximize') =>
		solve({ direction, objective: 'aim', constraints, variables }).result;
	return [extreme('minimize'), extreme('maximize')];
}

test('the sheet of a table with small numbers in it gives none of them away', async ({ page }) => {
	await openQuartier(page);
	const truth = await counted('SZ-Lebenstedt');
	const told = await handedOver(page, 'areas');
	expect(told.size).toBeGreaterThan(0);
	const small = [...told.keys()].filter((key) => {
		const n = truth.get(key) ?? 0;
		return n > 0 && n < SMALL;
	});
	expect(small.length).toBeGreaterThan(0);
	for (const [key, n] of told) if (typeof n === 'number') expect(n, key).toBe(truth.get(key) ?? 0);
	for (const key of small) {
		expect(told.get(key), key).toBe('weniger als 5 Fälle');
		const [low, high] = between(told, truth, key);
		expect(low, key).toBeLessThan(1e-6);
		expect(high, key).toBeGreaterThan(SMALL - 1e-6);
	}
	expect([...told.values()].filter((n) => n === 'zum Schutz verdeckt').length).toBeGreaterThan(0);
});
