import Papa from 'papaparse';
import { AREAS, BROKEN_CASES, caseList } from './case-file';
import * as expected from './expected';
import { written } from './figures';
import { AGES, ITEMS, masterData, OFF_SCALE, QUARTIERE, survey } from './files';
import { expect, test } from './watch';
import {
	atStep,
	choose,
	column,
	keyFigures,
	painted,
	panelRows,
	press,
	rowsOf,
	setTopic
} from './wizard';

test.describe.configure({ timeout: 240_000 });

test('from three files of one’s own to the dashboard and a picture in the hand', async ({
	page,
	fresh
}) => {
	const [master, answers, list] = [masterData(), survey(), caseList()];
	const sheets = expected.validSheets(answers.rows);
	const cases = expected.validCases(list.rows);
	const lebenstedt = {
		sheets: sheets.filter(({ quartier }) => quartier === 'SZ-Lebenstedt'),
		cases: cases.filter(({ cells }) => cells['Quartier'] === 'SZ-Lebenstedt')
	};

	await test.step('a fresh profile, and three files at once', async () => {
		await page.goto('/');
		await page.getByRole('link', { name: 'Eigene Dateien importieren' }).click();
		await choose(page, master, answers, list);
		await atStep(page, 'Erkannt');
		await expect(page.getByText('· 2 weitere warten')).toBeVisible();
	});

	await test.step('master data', async () => {
		await expect(page.getByLabel('Inhalt')).toHaveValue('quartiere');
		await expect(page.getByText('9 Zeilen mit 5 Spalten, einfache Tabelle.')).toBeVisible();
		await press(page, 'Stimmt so, weiter');
		await press(page, 'Zuordnung bestätigen');
		await expect(page.getByText('9 Zeilen mit Stammdaten können geladen werden.')).toBeVisible();
		await expect(page.getByText('Keine Hinweise: Alle Zeilen sind lesbar.')).toBeVisible();
		await press(page, '9 Zeilen laden');
		await atStep(page, 'Fertig');
		await press(page, `Weiter mit ${answers.name}`);
	});

	await test.step('survey: recognised, and overruled', async () => {
		await atStep(page, 'Erkannt');
		await expect(
			page.getByText('400 Zeilen mit 21 Spalten, Export aus LimeSurvey.')
		).toBeVisible();
		await expect(page.getByLabel('Inhalt')).toHaveValue('survey');
		await expect(page.getByLabel('Zeichensatz')).toHaveValue('utf-8-bom');
		await expect(page.getByLabel('Trennzeichen')).toHaveValue(',');
		await expect(page.getByText('email (E-Mail)')).toBeVisible();
		await expect(page.getByText('@wohnen.example')).toHaveCount(0);
		const preview = page.getByRole('region', { name: 'Die ersten Zeilen' });
		await expect(preview).toContainText('65 und älter');
		await page.getByLabel('Zeichensatz').selectOption('windows-1252');
		await expect(preview).toContainText('65 und Ã¤lter');
		await page.getByLabel('Zeichensatz').selectOption('utf-8-bom');
		await expect(preview).toContainText('65 und älter');
		await page.getByLabel('Trennzeichen').selectOption(';');
		await expect(page.getByRole('alert')).toContainText(/nur eine Spalte|Anführungszeichen/);
		await expect(page.getByLabel('Trennzeichen')).toHaveValue(',');
		await press(page, 'Stimmt so, weiter');
	});

	await test.step('survey: columns', async () => {
		await expect(column(page, 'email')).toContainText('Inhalt wird nicht gezeigt');
		await expect(page.getByLabel('Quartier', { exact: true }).locator('option:checked')).toHaveText(
			'Spalte „quartier“'
		);
		await expect(page.getByLabel('Bedeutung von alter', { exact: true })).toHaveValue('demography');
		await expect(page.getByLabel('Bedeutung von Q04', { exact: true })).toHaveValue('text');
		await expect(page.getByLabel('Thema von NPS1')).toHaveValue('recommendation');
		const topics = {
			overall: 'Insgesamt',
			safety: 'Sicherheit',
			housing: 'Wohnung und Gebäude',
			service: 'Service'
		};
		for (const [topic, items] of Object.entries(ITEMS)) {
			for (const item of items) {
				await setTopic(page, item, topics[topic as keyof typeof topics]);
			}
		}
		// The code array: A1 is taken for the best answer until somebody says that it is the worst.
		const scale = column(page, 'Q03[SQ001]');
		await scale.locator('summary').click();
		await expect(scale.locator('summary')).toHaveText('5 Stufen: A5 … A1');
		await scale.getByRole('button', { name: 'Reihenfolge umkehren' }).click();
		for (const item of ITEMS.service) {
			await expect(column(page, item).locator('summary')).toHaveText('5 Stufen: A1 … A5');
		}
		await press(page, 'Zuordnung bestätigen');
	});

	await test.step('survey: wave', async () => {
		await atStep(page, 'Welle benennen');
		await page.getByLabel('Name').fill('Herbst 2025');
		await page.getByLabel('Feldzeit von').fill('2025-09-01');
		await page.getByLabel('bis').fill('2025-10-31');
		await press(page, 'Prüfen');
	});

	await test.step('survey: checks', async () => {
		await expect(page.getByText('397 Bögen können geladen werden.')).toBeVisible();
		await expect(page.getByText('3 Zeilen bleiben draußen.')).toBeVisible();
		await expect(page.getByLabel('SZ-Lebenstett')).toHaveValue('SZ-Lebenstedt');
		const found = await rowsOf(page, '.findings table');
		const short = found.map((row) => [row['Zeile'], row['Spalte'], row['Wert'], row['Was ist']]);
		expect(short).toHaveLength(4);
		expect(short).toEqual(
			expect.arrayContaining([
				['78', '–', 'zu viel', expect.stringContaining('Mehr Zellen als Überschriften')],
				['94', 'id', '92', 'Die Nummer kommt schon vorher vor'],
				['141', 'quartier', '(leer)', 'Das Quartier fehlt'],
				['52', 'Q01[SQ001]', OFF_SCALE, 'Die Antwort steht nicht auf der Skala']
			])
		);
		await press(page, '397 Bögen laden');
		await atStep(page, 'Fertig');
		await expect(page.getByText('397 Bögen geladen.')).toBeVisible();
		await expect(page.getByText('Nicht gespeichert:')).toContainText('email (E-Mail)');
		await press(page, `Weiter mit ${list.name}`);
	});

	await test.step('cases', async () => {
		await atStep(page, 'Erkannt');
		await expect(page.getByLabel('Inhalt')).toHaveValue('cases');
		await expect(page.getByLabel('Zeichensatz')).toHaveValue('windows-1252');
		await expect(page.getByLabel('Trennzeichen')).toHaveValue(';');
		await press(page, 'Stimmt so, weiter');
		await expect(page.getByLabel('erfolgreich abgeschlossen')).toBeChecked();
		await expect(page.getByLabel('weitervermittelt')).not.toBeChecked();
		await press(page, 'Zuordnung bestätigen');
		await expect(page.getByText('297 Fälle können geladen werden.')).toBeVisible();
		const found = await rowsOf(page, '.findings table');
		expect(found.map((row) => [row['Zeile'], row['Wert'], row['Was ist']]).sort()).toEqual([
			[String(BROKEN_CASES[2]! + 1), '01.01.2099', 'Das Datum liegt in der Zukunft'],
			[String(BROKEN_CASES[0]! + 1), '14.06.2024', 'Geschlossen vor der Eröffnung'],
			[
				String(BROKEN_CASES[1]! + 1),
				'31.02.2024',
				'Das Datum der Eröffnung fehlt oder ist nicht lesbar'
			]
		]);
		await press(page, '297 Fälle laden');
		await atStep(page, 'Fertig');
	});

	await test.step('the same file again is refused', async () => {
		await press(page, 'Weitere Dateien');
		await choose(page, answers);
		await expect(page.getByRole('alert')).toContainText(`${answers.name} wurde schon geladen`);
	});

	await test.step('every figure and interval is that of the raw rows', async () => {
		await page.getByRole('link', { name: 'SZ-Lebenstedt' }).click();
		await painted(page);
		const own = expected.survey(lebenstedt.sheets);
		const rest = expected.survey(
			sheets.filter(({ quartier }) => quartier !== 'SZ-Lebenstedt')
		);
		const figures = await keyFigures(page);
		const satisfied = written(own.satisfied(), 'percent');
		const safety = written(own.index('safety'), 'index');
		const recommended = written(own.nps(), 'nps');
		const cased = written(expected.caseRate(cases, master.rows, 'SZ-Lebenstedt'), 'rate');
		const line = (one: typeof safety, unit: string) =>
			`${one.value} ${one.margin} ${one.n} ${unit}`;
		expect(figures).toMatchObject({
			'Zufrieden insgesamt': line(satisfied, 'Antworten'),
			Sicherheit: line(safety, 'Antworten'),
			'Weiterempfehlung (NPS)': line(recommended, 'Antworten'),
			'Neue Fälle je 1.000 Wohnungen': line(cased, 'Fälle')
		});
		const count = lebenstedt.sheets.length;
		expect(figures['Rücklauf']).toContain(`${Math.round((100 * count) / 1229)} %`);
		expect(figures['Rücklauf']).toContain(`${count} von 1.229 Haushalten`);

		const topics = await panelRows(page, 'topics');
		const names = { safety: 'Sicherheit', housing: 'Wohnung und Gebäude', service: 'Service' };
		for (const [place, group] of [
			['SZ-Lebenstedt', own],
			['übrige Quartiere', rest]
		] as const) {
			for (const [topic, name] of Object.entries(names)) {
				const { value, interval, n } = written(group.index(topic as expected.Topic), 'index');
				const row = topics.find((one) => one['Gebiet'] === place && one['Kennzahl'] === name);
				expect(row, `${name}, ${place}`).toMatchObject({
					Wert: value,
					'95-%-Bereich': interval,
					n
				});
			}
		}
		const ages = await panelRows(page, 'age');
		expect(ages).toHaveLength(4);
		for (const age of AGES) {
			const { value, interval, n } = written(
				expected.survey(lebenstedt.sheets.filter(({ alter }) => alter === age)).satisfied(),
				'percent'
			);
			expect(ages.find((row) => row['Alter'] === age)).toMatchObject({
				Wert: expect.stringMatching(new RegExp(`^${value}`)),
				'95-%-Bereich': interval,
				n
			});
		}
		const neighbours = await panelRows(page, 'neighbours');
		for (const quartier of QUARTIERE) {
			const { value, interval, n } = written(
				expected.caseRate(cases, master.rows, quartier),
				'rate'
			);
			expect(neighbours.find((row) => row['Quartier'] === quartier)).toMatchObject({
				Wert: value,
				'95-%-Bereich': interval,
				n
			});
		}
		const successes = await panelRows(page, 'success');
		for (const area of AREAS) {
			const { value, interval, n } = written(
				expected.success(
					lebenstedt.cases.filter(({ cells }) => cells['Angebotsbereich'] === area)
				),
				'percent'
			);
			expect(successes.find((row) => row['Angebotsbereich'] === area)).toMatchObject({
				Wert: value,
				'95-%-Bereich': interval,
				n
			});
		}
	});

	await test.step('counts are those of the raw rows, small ones hidden', async () => {
		const reasons = await panelRows(page, 'case-topics');
		expect(reasons).toHaveLength(6);
		for (const row of reasons) {
			const count = lebenstedt.cases.filter(({ cells }) => cells['Anlass'] === row['Thema']);
			expect(row['Wert'], row['Thema']).toBe(expected.shownCount(count.length));
		}
		const course = await panelRows(page, 'flow');
		expect(course.length).toBeGreaterThanOrEqual(9);
		for (const row of course) {
			const counts = expected.flow(lebenstedt.cases, row['Zeitraum'] ?? '');
			const count = counts[row['Kennzahl'] ?? ''] ?? NaN;
			expect(row['Wert'], `${row['Kennzahl']} ${row['Zeitraum']}`).toBe(
				expected.shownCount(count)
			);
		}
		// By quarter too many would be hidden: then it is years, and the panel says so.
		const areas = await panelRows(page, 'areas');
		expect([...new Set(areas.map((row) => row['Zeitraum']))].sort()).toEqual([
			'2023',
			'2024',
			'2025'
		]);
		await expect(page.locator('[data-panel="areas"]')).toContainText('Neue Fälle je Jahr');
		await expect(page.locator('[data-panel="areas"]')).toContainText('gröberer Zeitraum');
	});

	await test.step('a picture, and the figures as a sheet', async () => {
		const panel = page.locator('[data-panel="topics"]');
		const [picture] = await Promise.all([
			page.waitForEvent('download'),
			panel.getByRole('button', { name: 'Bild' }).click()
		]);
		const png = await bytesOf(picture);
		expect(picture.suggestedFilename()).toBe('sz-lebenstedt-topics.png');
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 1440]);

		const [sheet] = await Promise.all([
			page.waitForEvent('download'),
			panel.getByRole('button', { name: 'Daten (CSV)' }).click()
		]);
		const text = (await bytesOf(sheet)).toString();
		expect(text.startsWith('\uFEFF')).toBe(true);
		const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';' });
		expect(data.flat()).toContain('SZ-Lebenstedt');
		const head = data.findIndex((row) => row.includes('Kennzahl'));
		const at = (name: string) => data[head]!.indexOf(name);
		const row = data.find((one) => one[0] === 'SZ-Lebenstedt' && one[at('Kennzahl')] === 'Service');
		const service = expected.survey(lebenstedt.sheets).index('service');
		const number = (name: string) => Number(row![at(name)]!.replace(',', '.'));
		expect(number('Wert')).toBeCloseTo(service.value, 3);
		expect(number('95-%-Bereich von')).toBeCloseTo(service.low, 3);
		expect(number('95-%-Bereich bis')).toBeCloseTo(service.high, 3);
		expect(number('n')).toBe(service.n);
	});

	await test.step('all of it is there after a reload, and nowhere else', async () => {
		const before = await keyFigures(page);
		await page.reload();
		await painted(page);
		expect(await keyFigures(page)).toEqual(before);
		const other = await fresh();
		await other.goto('/');
		await expect(other.getByRole('button', { name: 'Beispieldaten laden' })).toBeVisible();
		await other.goto('/daten');
		await expect(other.getByText('Noch ist nichts geladen.')).toBeVisible();
	});

	await test.step('what is taken back is gone, and in the end everything is', async () => {
		await page.getByRole('link', { name: 'Bestand' }).click();
		await press(page, `${answers.name} zurücknehmen`);
		await expect(page.getByText(answers.name, { exact: true })).toHaveCount(0);
		await page.getByRole('link', { name: 'SZ-Lebenstedt' }).click();
		await expect(page.locator('[data-panel="neighbours"]')).toBeVisible();
		await painted(page);
		await expect(page.locator('[data-panel="topics"]')).toHaveCount(0);
		expect((await keyFigures(page))['Zufrieden insgesamt']).toBe('keine Angaben');
		await page.getByRole('link', { name: 'Bestand' }).click();
		await press(page, 'Alles löschen …');
		await press(page, 'Ja, alles löschen');
		await expect(page.getByText('Noch ist nichts geladen.')).toBeVisible();
		await page.goto('/');
		await expect(page.getByRole('button', { name: 'Beispieldaten laden' })).toBeVisible();
	});
});

const bytesOf = async (download: { createReadStream(): Promise<NodeJS.ReadableStream> }) => {
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
};
