import { truncateSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { masterData, upload, WORDS, type Upload } from './files';
import { expect, test, type Page } from './watch';
import { atStep, choose, findColumn, press, overviewTable, toPanel } from './wizard';
import { say } from './words';

const PNG = Buffer.from(
	'89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489',
	'hex'
);
const ARCHIVE = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(200, 1)]);
const OLD_EXCEL = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(200, 1)]);
const LAYOUT = 'Seite 1;;;;;;;;1\nWie zufrieden;;;;;;;;o\n;;o;;o;;;;\nGrün;;;;;;;;\n;;;;o;;;;2\n';
const WIDE = `${Array.from({ length: 6000 }, (_, index) => `F${index}`).join(';')}\n1;2;3\n`;

const refused: { file: Upload; problem: string; inputs?: Record<string, number> }[] = [
	{ file: upload('bild.csv', PNG), problem: 'file_is_image' },
	{ file: upload('umfrage.xlsx', ARCHIVE), problem: 'file_is_damaged' },
	{ file: upload('umfrage.xls', OLD_EXCEL), problem: 'file_is_old_excel' },
	{ file: upload('leer.csv', ''), problem: 'file_empty' },
	{ file: upload('eine-spalte.csv', 'Zufriedenheit\nhoch\nniedrig\n'), problem: 'one_column' },
	{ file: upload('nur-kopf.csv', 'Nr;Quartier;Zufriedenheit\n'), problem: 'no_rows' },
	{
		file: upload('offen.csv', 'Nr;Text\n1;gut\n2;"offen\n3;gut\n'),
		problem: 'quote_unclosed',
		inputs: { row: 3 }
	},
	{ file: upload('fragebogen.csv', LAYOUT), problem: 'not_a_table' },
	{ file: upload('breit.csv', WIDE), problem: 'too_many_columns', inputs: { columns: 6000 } }
];

/** Nothing of any file is there: not in the list, not in the browser's private file system. */
async function expectNothingLoaded(page: Page): Promise<void> {
	await page.getByRole('link', { name: say('nav_batches') }).click();
	const leave = page.getByRole('dialog').getByRole('button', { name: say('leave_go') });
	// Where a file is under way, leaving asks first.
	await expect(leave.or(page.getByText(say('batches_empty')))).toBeVisible();
	if (await leave.isVisible()) await leave.click();
	await expect(page.getByText(say('batches_empty'))).toBeVisible();
	const kept = await page.evaluate(async () => {
		const origin = await navigator.storage.getDirectory();
		const root = await origin.getDirectoryHandle('quartierspiegel', { create: true });
		const folders = ['batches', 'about'].map(async (name) => {
			const folder = await root.getDirectoryHandle(name, { create: true });
			return Array.fromAsync(folder.keys());
		});
		return (await Promise.all(folders)).flat();
	});
	expect(kept).toEqual([]);
}

test('what is too large or too wide is refused at once, and the page stays quick', async ({
	page
}, testInfo) => {
	const large = testInfo.outputPath('riesig.csv');
	// A file of 4 GB without anything in it takes no room on the disk.
	writeFileSync(large, 'Nr;Quartier\n1;Nord\n');
	truncateSync(large, 4 * 1024 ** 3);
	const wide = testInfo.outputPath('zehn-millionen.csv');
	writeFileSync(wide, `${'a;'.repeat(10_000_000)}\n1;2\n`);
	await page.goto('/import');
	for (const [path, problem, inputs] of [
		[large, 'file_too_large', { megabytes: 512 }],
		[wide, 'too_many_columns', { columns: 10_000_000 }]
	] as const) {
		await page.locator('input[type=file]').setInputFiles(path);
		const sentence = say(`problem_${problem}`, { file: basename(path), ...inputs });
		await expect(page.getByRole('alert')).toHaveText(sentence);
		await atStep(page, 'choose');
	}
	await expectNothingLoaded(page);
});

test('each wrong file is refused with its sentence, and the page goes on', async ({ page }) => {
	await page.goto('/import');
	for (const { file, problem, inputs } of refused) {
		await choose(page, file);
		const sentence = say(`problem_${problem}`, { file: file.name, ...inputs });
		await expect(page.getByRole('alert'), file.name).toHaveText(sentence);
		await atStep(page, 'choose');
	}
	await choose(page, masterData());
	await atStep(page, 'recognised');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await press(page, say('import_discard'));
	await expectNothingLoaded(page);
});

const IMAGE = '<img src=x onerror="globalThis.hacked=1">';
const SCRIPT = '<script>globalThis.hacked=2</script>';
const PLACE = `SZ ${IMAGE}`;

/** A survey whose every word is an attack: headings, Quartiere, groups and answers. */
function hostile(): Upload {
	const headings = ['Bogen', 'Quartier', 'Alter', '__proto__', `Insgesamt ${IMAGE}`];
	const rows = Array.from({ length: 80 }, (_, index) => [
		index + 1,
		index % 2 ? PLACE : `BS ${SCRIPT}`,
		index % 3 ? `30 bis 44 ${IMAGE}` : 'unter 30',
		index % 4 ? 'constructor' : SCRIPT,
		WORDS[index % 5]!
	]);
	const quoted = (cell: string | number) => `"${String(cell).replaceAll('"', '""')}"`;
	const text = [headings, ...rows].map((row) => row.map(quoted).join(';')).join('\n');
	return upload(`${SCRIPT.replaceAll('/', '')}.csv`, text);
}

const hacked = (page: Page) => page.evaluate(() => (globalThis as { hacked?: number }).hacked);

test('what looks like a program is a text, in the page, in tooltips and in the address', async ({
	page
}) => {
	await page.goto('/import');
	await choose(page, hostile());
	await atStep(page, 'recognised');
	const preview = page.getByRole('region', { name: say('recognised_preview') });
	await expect(preview).toContainText(PLACE);
	await press(page, say('recognised_continue'));
	await page.getByRole('searchbox').fill('Insgesamt');
	await expect(page.locator('.words', { hasText: `Insgesamt ${IMAGE}` })).toBeVisible();
	await findColumn(page, '__proto__');
	await page
		.getByLabel(say('columns_role_of', { heading: '__proto__' }))
		.selectOption('demography');
	await press(page, say('columns_continue'));
	await page.getByLabel(say('waves_name'), { exact: true }).fill(`2025 ${IMAGE}`);
	await page.getByLabel(say('waves_from')).fill('2025-01-01');
	await page.getByLabel(say('waves_to')).fill('2025-12-31');
	await press(page, say('waves_continue'));
	await press(page, say('checks_load_survey', { n: 80 }));
	await atStep(page, 'done');
	await page.getByRole('link', { name: PLACE }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(PLACE);
	await expect(page.locator('.chart[data-painted="true"]').first()).toBeVisible();

	const items = await toPanel(page, 'items');
	await items.locator('.chart').focus();
	await page.keyboard.press('ArrowRight');
	await expect(items.locator('.spoken')).toContainText(IMAGE);
	await expect(items.locator('.chart > div').last()).toContainText(IMAGE);
	await items.locator('button[aria-expanded]').click();
	await expect(items.locator('table')).toContainText(`Insgesamt ${IMAGE}`);

	await page.locator('summary', { hasText: '__proto__' }).click();
	await page.getByRole('checkbox', { name: SCRIPT }).check();
	await expect(page).toHaveURL(/__proto__/);
	await expect(page.getByRole('button', { name: /__proto__/ })).toContainText(SCRIPT);
	await page.reload();
	await expect(page.getByRole('button', { name: /__proto__/ })).toContainText(SCRIPT);

	await page.getByRole('link', { name: say('nav_overview') }).click();
	await expect(overviewTable(page)).toContainText(PLACE);
	await page.getByRole('link', { name: say('nav_batches') }).click();
	await expect(page.locator('li strong').getByText(hostile().name, { exact: true })).toBeVisible();
	expect(await hacked(page)).toBeUndefined();
	await expect(page.locator('main img, main script')).toHaveCount(0);
});

/** So many answer sheets that loading them takes its time. */
function large(): Upload {
	const items = Array.from({ length: 12 }, (_, index) => `Sicherheit ${index + 1}`);
	const lines = Array.from({ length: 60_000 }, (_, sheet) =>
		[sheet + 1, 'SZ-Lebenstedt', ...items.map((_, item) => WORDS[(sheet * 7 + item) % 5])].join(';')
	);
	return upload('gross.csv', [['Bogen', 'Quartier', ...items].join(';'), ...lines].join('\n'));
}

test('what is cancelled while it loads leaves nothing behind', async ({ page }) => {
	await page.goto('/import');
	await choose(page, large());
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await page.getByLabel(say('waves_name'), { exact: true }).fill('2025');
	await page.getByLabel(say('waves_from')).fill('2025-01-01');
	await page.getByLabel(say('waves_to')).fill('2025-12-31');
	await press(page, say('waves_continue'));
	const load = page.getByRole('button', { name: say('checks_load_survey', { n: '60.000' }) });
	await load.click();
	await press(page, say('import_cancel'));
	await expect(load).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expectNothingLoaded(page);
	await page.goto('/');
	await expect(page.getByRole('button', { name: say('welcome_sample_button') })).toBeVisible();
});
