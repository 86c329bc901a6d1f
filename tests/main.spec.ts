import Papa from 'papaparse';
import { AREAS, BROKEN_CASES, caseList } from './case-file';
import * as expected from './expected';
import { written } from './figures';
import { AGES, ITEMS, masterData, OFF_SCALE, QUARTIERE, survey } from './files';
import { expect, test } from './watch';
import { like, say } from './words';
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

const [ROW, COLUMN, VALUE, WHAT] = ['row', 'column', 'value', 'what'].map((name) =>
	say(`checks_${name}`)
) as [string, string, string, string];

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
		await page.getByRole('link', { name: say('welcome_own_button') }).click();
		await choose(page, master, answers, list);
		await atStep(page, 'recognised');
		await expect(page.getByText(say('import_waiting', { n: 2 }))).toBeVisible();
	});

	await test.step('master data', async () => {
		await expect(page.getByLabel(say('recognised_kind'))).toHaveValue('quartiere');
		await expect(
			page.getByText(say('recognised_summary', { rows: 9, columns: 5, tool: say('tool_csv') }))
		).toBeVisible();
		await press(page, say('recognised_continue'));
		await press(page, say('columns_continue'));
		await expect(page.getByText(say('checks_count_quartiere', { n: 9 }))).toBeVisible();
		await expect(page.getByText(say('checks_no_findings'))).toBeVisible();
		await press(page, say('checks_load_quartiere', { n: 9 }));
		await atStep(page, 'done');
		await press(page, say('done_next', { file: answers.name }));
	});

	await test.step('survey: recognised, and overruled', async () => {
		await atStep(page, 'recognised');
		await expect(
			page.getByText(
				say('recognised_summary', { rows: 400, columns: 21, tool: say('tool_limesurvey') })
			)
		).toBeVisible();
		await expect(page.getByLabel(say('recognised_kind'))).toHaveValue('survey');
		await expect(page.getByLabel(say('recognised_encoding'))).toHaveValue('utf-8-bom');
		await expect(page.getByLabel(say('recognised_separator'))).toHaveValue(',');
		await expect(page.getByText(`email (${say('dropped_email')})`)).toBeVisible();
		await expect(page.getByText('@wohnen.example')).toHaveCount(0);
		const preview = page.getByRole('region', { name: say('recognised_preview') });
		await expect(preview).toContainText('65 und älter');
		await page.getByLabel(say('recognised_encoding')).selectOption('windows-1252');
		await expect(preview).toContainText('65 und Ã¤lter');
		await page.getByLabel(say('recognised_encoding')).selectOption('utf-8-bom');
		await expect(preview).toContainText('65 und älter');
		await page.getByLabel(say('recognised_separator')).selectOption(';');
		await expect(page.getByRole('alert')).toContainText(/nur eine Spalte|Anführungszeichen/);
		await expect(page.getByLabel(say('recognised_separator'))).toHaveValue(',');
		await press(page, say('recognised_continue'));
	});

	await test.step('survey: columns', async () => {
		await expect(column(page, 'email')).toContainText(say('columns_dropped_values'));
		await expect(
			page
				.getByRole('combobox', { name: say('role_quartier'), exact: true })
				.locator('option:checked')
		).toHaveText(say('columns_column', { heading: 'quartier' }));
		await expect(page.getByLabel(say('columns_role_of', { heading: 'alter' }))).toHaveValue(
			'demography'
		);
		await expect(page.getByLabel(say('columns_role_of', { heading: 'Q04' }))).toHaveValue('text');
		await expect(page.getByLabel(say('columns_topic_of', { heading: 'NPS1' }))).toHaveValue(
			'recommendation'
		);
		for (const [topic, items] of Object.entries(ITEMS)) {
			for (const item of items) await setTopic(page, item, topic);
		}
		// The code array: A1 is taken for the best answer until somebody says that it is the worst.
		const scale = column(page, 'Q03[SQ001]');
		await scale.locator('summary').click();
		await expect(scale.locator('summary')).toHaveText(
			say('scale_ordered', { n: 5, worst: 'A5', best: 'A1' })
		);
		await scale.getByRole('button', { name: say('scale_reverse') }).click();
		for (const item of ITEMS.service) {
			await expect(column(page, item).locator('summary')).toHaveText(
				say('scale_ordered', { n: 5, worst: 'A1', best: 'A5' })
			);
		}
		await press(page, say('columns_continue'));
	});

	await test.step('survey: wave', async () => {
		await atStep(page, 'wave');
		await page.getByLabel(say('waves_name')).fill('Herbst 2025');
		await page.getByLabel(say('waves_from')).fill('2025-09-01');
		await page.getByLabel(say('waves_to')).fill('2025-10-31');
		await press(page, say('waves_continue'));
	});

	await test.step('survey: checks', async () => {
		await expect(page.getByText(say('checks_count_survey', { n: 397 }))).toBeVisible();
		await expect(page.getByText(say('checks_skipped', { n: 3 }))).toBeVisible();
		await expect(page.getByLabel('SZ-Lebenstett')).toHaveValue('SZ-Lebenstedt');
		const found = await rowsOf(page, '.findings table');
		const short = found.map((row) => [row[ROW], row[COLUMN], row[VALUE], row[WHAT]]);
		expect(short).toHaveLength(4);
		expect(short).toEqual(
			expect.arrayContaining([
				['78', '–', 'zu viel', say('finding_row_too_long')],
				['94', 'id', '92', say('finding_duplicate_id')],
				['141', 'quartier', say('checks_empty'), say('finding_quartier_missing')],
				['52', 'Q01[SQ001]', OFF_SCALE, say('finding_answer_unknown')]
			])
		);
		await press(page, say('checks_load_survey', { n: 397 }));
		await atStep(page, 'done');
		await expect(page.getByText(say('done_loaded_survey', { n: 397 }))).toBeVisible();
		await expect(page.getByText(say('done_dropped'))).toContainText(
			`email (${say('dropped_email')})`
		);
		await press(page, say('done_next', { file: list.name }));
	});

	await test.step('cases', async () => {
		await atStep(page, 'recognised');
		await expect(page.getByLabel(say('recognised_kind'))).toHaveValue('cases');
		await expect(page.getByLabel(say('recognised_encoding'))).toHaveValue('windows-1252');
		await expect(page.getByLabel(say('recognised_separator'))).toHaveValue(';');
		await press(page, say('recognised_continue'));
		await expect(page.getByLabel('erfolgreich abgeschlossen')).toBeChecked();
		await expect(page.getByLabel('weitervermittelt')).not.toBeChecked();
		await press(page, say('columns_continue'));
		await expect(page.getByText(say('checks_count_cases', { n: 297 }))).toBeVisible();
		const found = await rowsOf(page, '.findings table');
		expect(found.map((row) => [row[ROW], row[VALUE], row[WHAT]]).sort()).toEqual([
			[String(BROKEN_CASES[2]! + 1), '01.01.2099', say('finding_date_in_future')],
			[String(BROKEN_CASES[0]! + 1), '14.06.2024', say('finding_closed_before_opened')],
			[String(BROKEN_CASES[1]! + 1), '31.02.2024', say('finding_opened_unreadable')]
		]);
		await press(page, say('checks_load_cases', { n: 297 }));
		await atStep(page, 'done');
	});

	await test.step('the same file again is refused', async () => {
		await press(page, say('done_more'));
		await choose(page, answers);
		await expect(page.getByRole('alert')).toContainText(
			like('problem_same_file', { file: answers.name })
		);
	});

	await test.step('every figure and interval is that of the raw rows', async () => {
		await page.getByRole('link', { name: 'SZ-Lebenstedt' }).click();
		await painted(page);
		const own = expected.survey(lebenstedt.sheets);
		const rest = expected.survey(sheets.filter(({ quartier }) => quartier !== 'SZ-Lebenstedt'));
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
				expected.success(lebenstedt.cases.filter(({ cells }) => cells['Angebotsbereich'] === area)),
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
			expect(row['Wert'], `${row['Kennzahl']} ${row['Zeitraum']}`).toBe(expected.shownCount(count));
		}
		// By quarter too many would be hidden: then it is years, and the panel says so.
		const areas = await panelRows(page, 'areas');
		expect([...new Set(areas.map((row) => row['Zeitraum']))].sort()).toEqual([
			'2023',
			'2024',
			'2025'
		]);
		await expect(page.locator('[data-panel="areas"]')).toContainText(
			say('panel_areas_measure', { unit: say('unit_year') })
		);
		await expect(page.locator('[data-panel="areas"]')).toContainText(say('note_coarser_period'));
	});

	await test.step('a picture, and the figures as a sheet', async () => {
		const panel = page.locator('[data-panel="topics"]');
		const [picture] = await Promise.all([
			page.waitForEvent('download'),
			panel.getByRole('button', { name: say('panel_picture') }).click()
		]);
		const png = await bytesOf(picture);
		expect(picture.suggestedFilename()).toBe('sz-lebenstedt-topics.png');
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 1440]);

		const [sheet] = await Promise.all([
			page.waitForEvent('download'),
			panel.getByRole('button', { name: say('panel_csv') }).click()
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
		await expect(other.getByRole('button', { name: say('welcome_sample_button') })).toBeVisible();
		await other.goto('/daten');
		await expect(other.getByText(say('holdings_empty'))).toBeVisible();
	});

	await test.step('what is taken back is gone, and in the end everything is', async () => {
		await page.getByRole('link', { name: say('nav_holdings') }).click();
		await press(page, say('holdings_undo_file', { file: answers.name }));
		await expect(page.getByText(answers.name, { exact: true })).toHaveCount(0);
		await page.getByRole('link', { name: 'SZ-Lebenstedt' }).click();
		await expect(page.locator('[data-panel="neighbours"]')).toBeVisible();
		await painted(page);
		await expect(page.locator('[data-panel="topics"]')).toHaveCount(0);
		expect((await keyFigures(page))['Zufrieden insgesamt']).toBe(say('figure_no_base'));
		await page.getByRole('link', { name: say('nav_holdings') }).click();
		await press(page, say('holdings_delete'));
		await press(page, say('holdings_delete_yes'));
		await expect(page.getByText(say('holdings_empty'))).toBeVisible();
		await page.goto('/');
		await expect(page.getByRole('button', { name: say('welcome_sample_button') })).toBeVisible();
	});
});

const bytesOf = async (download: { createReadStream(): Promise<NodeJS.ReadableStream> }) => {
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
};
