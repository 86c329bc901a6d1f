import { go } from './go';
import { upload } from './files';
import { placesOf } from './storage';
import { expect, test, type Page } from './watch';
import { atStep, choose, press } from './wizard';
import { say } from './words';

/** From the file to the end of the import: what was recognised and suggested is taken as it is. */
async function importFile(page: Page, name: string, text: string, load: string): Promise<void> {
	await page.goto('/import');
	await choose(page, upload(name, text));
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	if (load.startsWith('checks_load_survey')) await press(page, say('waves_continue'));
	await atStep(page, 'checks');
	await press(page, say(load, { n: 24 }));
	await atStep(page, 'done');
}

const FAMILY = ['Petermann', 'Abendroth', 'Holtkamp', 'Wiesengrund', 'Köhlerlein', 'Zschiesche'];
const FIRST = ['Annegret', 'Bertholda', 'Charlott', 'Diethelm'];
const REMARKS = ['Sohn sitzt in Untersuchungshaft', 'Ehefrau ist schwer krebskrank'];
/** One for each row, so that nothing is a name that several share. */
const people = Array.from({ length: 24 }, (_, at) => ({
	family: FAMILY[at % 6]!,
	first: FIRST[at % 4]!,
	telephone: `0531 77${String(4100 + at)}`,
	mail: `post${at}@${FAMILY[at % 6]!.toLowerCase().replace('ö', 'oe')}.example`,
	number: `VZ-${70_400 + at}`,
	remark: `${REMARKS[at % 2]!}, Notiz ${at}`
}));
const personal = [
	...FAMILY,
	...FIRST,
	...REMARKS,
	...people.flatMap(({ telephone, mail, number, remark }) => [telephone, mail, number, remark])
];

const csv = (rows: readonly (readonly string[])[]): string =>
	rows.map((cells) => `${cells.join(';')}\n`).join('');

test('of a list of cases nothing personal stands anywhere in what the browser keeps', async ({
	page
}) => {
	const rows = people.map(({ family, first, telephone, mail, number, remark }, at) => [
		number,
		at % 2 ? 'Weststadt' : 'Heidberg',
		`0${1 + (at % 9)}.02.2025 17:4${at % 10}`,
		at % 3 ? 'Mietrückstand' : 'Nachbarschaftsstreit',
		'Eigeninitiative',
		family,
		first,
		telephone,
		mail,
		remark
	]);
	const head =
		'Fallnummer;Quartier;Eröffnet am;Anlass;Zugang;Nachname;Vorname;Telefon;E-Mail;Bemerkung'.split(
			';'
		);
	await importFile(page, 'faelle.csv', csv([head, ...rows]), 'checks_load_supportCase');
	expect(await placesOf(page, [...personal, '17:4'])).toEqual({});
	// It looks where things are kept: what figures need is found.
	expect(Object.keys(await placesOf(page, ['Nachbarschaftsstreit', '01.02.2025']))).toHaveLength(2);
});

test('nor of a survey, before and after a start, and after its columns were assigned anew', async ({
	page
}) => {
	const rows = people.map(({ family, telephone, mail, number, remark }, at) => [
		number,
		at % 2 ? 'Weststadt' : 'Heidberg',
		'2025',
		at % 3 ? 'sehr zufrieden' : 'eher unzufrieden',
		family,
		telephone,
		mail,
		`${remark}, und das seit dem Einzug`
	]);
	const head =
		'Bogen;Quartier;Welle;Zufriedenheit insgesamt;Nachname;Telefon;E-Mail;Was sonst noch?'.split(
			';'
		);
	await importFile(page, 'bogen.csv', csv([head, ...rows]), 'checks_load_survey');
	expect(await placesOf(page, personal)).toEqual({});
	await go(page, '/daten');
	await page.getByRole('link', { name: say('batches_again_file', { file: 'bogen.csv' }) }).click();
	await press(page, say('columns_continue'));
	await press(page, say('waves_continue'));
	await press(page, say('checks_load_survey', { n: 24 }));
	await atStep(page, 'done');
	await page.goto('/daten');
	await expect(page.getByText('bogen.csv', { exact: true })).toBeVisible();
	expect(await placesOf(page, personal)).toEqual({});
	expect(Object.keys(await placesOf(page, ['eher unzufrieden']))).toHaveLength(1);
});
