import { QUARTIERE, upload, type Upload } from './files';
import { Random } from './random';
import { placesOf } from './storage';
import { expect, test } from './watch';
import { atStep, choose, findColumn, press } from './wizard';
import { say } from './words';

const SURNAMES = ['Sommerfeld', 'Yıldırım', 'Brinkmann', 'Nowakowski', 'Öztürk', 'Hagedorn'];
const FIRST = ['Ute', 'Mehmet', 'Karl-Heinz', 'Agnieszka', 'Elif', 'Gisela'];
const REMARKS = [
	'wegen der Trennung',
	'Depression, Klinik',
	'Sohn in Haft',
	'hat Angst vor Herrn K.'
];
const TOPICS = ['Mietschulden', 'Nachbarschaftskonflikt', 'Wohnen im Alter'];
const CASES = 60;

const HEADINGS = [
	...['Fall-Nr', 'Hauptmieter/in', 'Rückrufnummer', 'Quartier', 'Eröffnet am'],
	...['Geschlossen am', 'Anlass', 'Ergebnis', 'Bemerkung', 'Geb.-Datum']
];

/** What is wrong in the list, by case and column. */
const WRONG: Record<number, Record<string, string>> = {
	7: { Quartier: 'SZ-Lebenstett' },
	11: { 'Eröffnet am': '31.02.2025' },
	23: { 'Geschlossen am': '02.01.2024' },
	31: { 'Geschlossen am': 'läuft noch' }
};

/** The first list that somebody brings: kept by hand, with everything in it. */
function firstList(): Upload & { personal: string[] } {
	const random = new Random(2025);
	const personal = new Set<string>();
	const rows = Array.from({ length: CASES }, (_, at) => {
		const number = at + 1;
		const name = `${SURNAMES[random.whole(6)]}, ${FIRST[random.whole(6)]}`;
		const telephone = `0531 ${400_000 + random.whole(500_000)}`;
		const remark = REMARKS[random.whole(REMARKS.length)] ?? '';
		const born = `${String(1 + (at % 28)).padStart(2, '0')}.11.${1934 + at}`;
		for (const word of [...name.split(', '), telephone, remark, born]) personal.add(word);
		const closed = random.chance(0.6);
		const cells: Record<string, string> = {
			'Fall-Nr': `F-${1000 + number}`,
			'Hauptmieter/in': name,
			Rückrufnummer: telephone,
			Quartier: QUARTIERE[random.whole(QUARTIERE.length)] ?? '',
			'Eröffnet am': `${String(1 + random.whole(28)).padStart(2, '0')}.02.2025`,
			'Geschlossen am': closed ? `${String(1 + random.whole(28)).padStart(2, '0')}.04.2025` : '',
			Anlass: TOPICS[random.whole(TOPICS.length)] ?? '',
			Ergebnis: closed ? 'erfolgreich abgeschlossen' : '',
			Bemerkung: `${remark} (Gespräch ${number})`,
			'Geb.-Datum': born,
			...WRONG[number]
		};
		return HEADINGS.map((heading) => cells[heading] ?? '').join(';');
	});
	const text = [HEADINGS.join(';'), ...rows].join('\r\n');
	return { ...upload('faelle-2025.csv', `${text}\r\n`), personal: [...personal] };
}

test('the first list of cases is loaded without its names, numbers and remarks', async ({
	page
}) => {
	const file = firstList();
	await page.goto('/import');
	await choose(page, file);
	await atStep(page, 'recognised');
	await expect(page.getByLabel(say('recognised_kind'))).toHaveValue('supportCase');
	await press(page, say('recognised_continue'));
	await atStep(page, 'columns');

	// Who it is about never stands on the page, not even as an example.
	for (const heading of ['Hauptmieter/in', 'Rückrufnummer']) {
		const row = await findColumn(page, heading);
		await expect(row).toContainText('•••');
		await expect(row.locator('select').first()).toHaveValue('dropped');
	}
	const text = await page.locator('main').innerText();
	for (const surname of SURNAMES) expect(text).not.toContain(surname);

	// Of the day of birth the band of the age is kept, if the user wants it.
	const born = await findColumn(page, 'Geb.-Datum');
	await expect(born).toContainText('•••');
	await born.getByRole('button', { name: say('cards_ages_of', { heading: 'Geb.-Datum' }) }).click();
	const group = await findColumn(page, 'Geb.-Datum');
	await expect(group.locator('select').nth(1)).toHaveValue('age');
	await expect(group).toContainText(say('cards_ages_text'));
	await expect(group).not.toContainText('.11.19');
	await page.getByRole('searchbox').fill('');

	// A draft has the decision and no day of birth: going on asks for the file.
	const kept = async (word: string) => (await placesOf(page, [word]))[word] ?? [];
	await expect.poll(() => kept('"born":true')).not.toEqual([]);
	await page.reload();
	await press(page, say('draft_continue', { file: file.name }));
	await atStep(page, 'columns');
	await press(page, say('columns_continue'));
	await expect(page.getByText(say('draft_needs_file', { file: file.name }))).toBeVisible();
	expect(await placesOf(page, file.personal)).toEqual({});
	await page.getByLabel(say('draft_choose_file')).setInputFiles(file);
	await atStep(page, 'checks');
	await expect(page.locator('[data-not-stored]')).toContainText('Bemerkung');
	await expect(page.locator('[data-not-stored]')).not.toContainText('Geb.-Datum');
	await expect(page.locator('[data-finding]')).not.toHaveCount(0);
	const shown = page.getByText(say('checks_no_findings'));
	await expect(shown).toHaveCount(0);
	for (const summary of await page.locator('[data-finding] details:not([open]) summary').all())
		await summary.click();
	const replace = async (value: string, column: string, by: string) => {
		const field = page.getByLabel(say('checks_replace_by', { value, column }), { exact: true });
		await field.fill(by);
		await field.press('Enter');
		await expect(field).toHaveCount(0);
	};
	await replace('31.02.2025', 'Eröffnet am', '28.02.2025');
	await page
		.locator('[data-finding="closed_unreadable"]')
		.getByRole('button', { name: say('checks_missing') })
		.click();

	// Both days are to be seen, and the wrong one is mended in its place.
	const contrary = page.locator('[data-finding="closed_before_opened"]');
	await expect(contrary.getByLabel(say('checks_both_opened'))).toHaveValue(/\.02\.2025$/);
	await contrary.getByLabel(say('checks_both_closed')).fill('02.04.2025');
	await contrary.getByLabel(say('checks_both_closed')).press('Enter');
	await expect(contrary).toHaveCount(0);
	await press(page, say('checks_load_supportCase', { n: CASES }));
	await atStep(page, 'done');

	for (const word of ['Mietschulden', '65 und älter'])
		expect((await kept(word)).join()).toContain('opfs/quartierspiegel/batches');
	expect(await placesOf(page, file.personal)).toEqual({});
});
