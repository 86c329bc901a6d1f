import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText } from '../read';
import { columnValues, formatOfTable } from '../table';
import { counted } from '../testing';
import { personalFinding } from '.';

const found = (heading: string, cells: readonly string[]) =>
	personalFinding([heading], counted(cells.filter((cell) => cell !== '')), cells.length);

/** As many cells as wanted, each made from its place. */
const many = (n: number, cell: (at: number) => string): string[] =>
	Array.from({ length: n }, (_, at) => cell(at));
const again = (n: number, ...words: readonly string[]) =>
	many(n, (at) => words[at % words.length]!);

describe('headings with unusual words', () => {
	test.each([
		['Hauptmieter/in', 'name'],
		['Mieter*in', 'name'],
		['Mieterin', 'name'],
		['MieterIn', 'name'],
		['Name Mieter 2', 'name'],
		['Geburtsname', 'name'],
		['Sachbearbeiter/in', 'name'],
		['Betreuer', 'name'],
		['Bearbeitet von', 'name'],
		['Ansprechpartner', 'name'],
		['Notfallkontakt', 'name'],
		['Unterschrift', 'name'],
		['assigned to', 'name'],
		['Geb.-Datum', 'birth'],
		['geb. am', 'birth'],
		['Date of Birth', 'birth'],
		['WE-Nr.', 'number'],
		['Wohnungsnummer', 'number'],
		['Mietvertragsnr.', 'number'],
		['Kundennummer', 'number'],
		['Mitglieds-Nr.', 'number'],
		['Rückrufnummer', 'telephone'],
		['Rufnr. mobil', 'telephone'],
		['erreichbar unter', 'telephone'],
		['Mailkontakt', 'email'],
		['PLZ', 'postcode'],
		['Postleitzahl', 'postcode'],
		['Wohnungsanschrift', 'address'],
		['Str./Hausnr.', 'address'],
		['lat', 'coordinates'],
		['_Standort_longitude', 'coordinates'],
		['Geohash', 'coordinates'],
		['Panel-ID', 'token'],
		['Referrer URL', 'token'],
		['Kontoinhaber', 'iban'],
		['Diagnose', 'sensitive'],
		['Staatsangehörigkeit', 'sensitive']
	])('%s', (heading, reason) => expect(found(heading, [])?.reason).toBe(reason));

	test('staff who come again and again are persons all the same', () => {
		expect(found('Sachbearbeiter', again(60, 'Vogt', 'Krahl', 'Tietz'))).toEqual({
			reason: 'name',
			sure: true
		});
		expect(found('Zuständig', again(60, 'Frau Vogt', 'Herr Krahl'))?.reason).toBe('name');
	});

	test('flats that are numbered from one are no answers', () => {
		expect(found('WE-Nr.', again(60, '1', '2', '3', '4'))?.reason).toBe('number');
		expect(found('Hausnummer', again(60, '1', '2', '3'))?.reason).toBe('address');
	});
});

describe('by what stands in the cells', () => {
	test.each([
		['name', ['Vogt, Erika', 'Krahl, Hans-Peter', 'Tietz, Ayşe']],
		['name', ['Erika Vogt', 'Hans Krahl', 'Olena Tkachenko', 'Mehmet Yılmaz']],
		['name', ['Fr. Vogt', 'Herr Krahl', 'Familie Tietz', 'Dr. Amsel']],
		['name', ['Frau Vogt war da', 'Anruf von Herrn Krahl', 'erledigt', 'Heizung defekt']],
		[
			'name',
			many(
				30,
				(at) =>
					`${'ABCDEFGHIJ'[at % 10]}${'aeiou'[at % 5]}rstedtner${'klmn'[at % 4]}${'abc'[at % 3]}, ${'QRSTVWXYZJ'[(at * 7) % 10]}ib${'aeiou'[at % 5]}l${'mnp'[(at * 5) % 3]}o`
			)
		],
		['birth', many(40, (at) => `${(at % 27) + 1}.${(at % 12) + 1}.${1932 + at}`)],
		['number', many(30, (at) => `12.345.${600 + at}-01`)],
		['number', many(30, (at) => `M00${4000 + at}`)],
		['number', many(30, (at) => `48${170_000 + 37 * at}`)],
		['coordinates', ['(52.1501, 10.3322)', '(52.1502, 10.3323)']],
		['coordinates', ['POINT (10.33 52.15)', 'POINT(10.34 52.16)']],
		['coordinates', ['52.1500 10.3300 91.0 4.0', '52.1501 10.3301 91.1 4.1']],
		['coordinates', ['52,1501; 10,3322', '52,1502; 10,3323']],
		['coordinates', ['52°09′02″N 10°19′48″E']],
		['coordinates', ['9F4F5825+2W', '9F4F5826+3X']],
		['coordinates', ['///lampe.garten.wolke', '///brot.stein.regen']],
		['coordinates', many(12, (at) => `52,15${10 + at}3`)],
		['postcode', ['38226 Salzgitter', '38100 Braunschweig']],
		['address', ['2. OG links', 'EG rechts', '1.OG, Mitte']],
		['address', ['Am Ring 3a', 'Berliner Str. 44, 38226 Salzgitter', 'Auf dem Brink 7']],
		['email', ['mieter (at) example.org', 'x@example.de', 'alles gut', 'bitte um Antwort']],
		['email', ['vogt [at] example [dot] org']],
		['ip', ['2001:db8::1', '2001:db8:0:0:0:0:0:2']],
		[
			'telephone',
			['0531/123456', '+49 531 123-456', '0171 - 1234567', '(0531) 123456', '00495311234']
		],
		['telephone', ['Tel. 0531 123456', '0171 1234567 (abends)']],
		['iban', ['DE89 3704 0044 0532 0130 00', 'Konto DE89370400440532013000']],
		['plate', ['SZ-AB 123', 'BS-X 7']],
		['url', ['https://example.org/s?pid=7&c=1', 'https://example.org/s?pid=8&c=1']],
		['token', ['6f9619ff-8b86-4011-b42d-00c04fc964ff']],
		['unique', many(20, (at) => `grün ${String.fromCharCode(97 + at)} klingel`)]
	] as const)('%s: %j', (reason, cells) => expect(found('Spalte', cells)?.reason).toBe(reason));

	test('who lives in a household', () => {
		const cells = many(20, (at) => (at % 3 === 0 ? '' : `Kind${at} Amsel`));
		expect(found('Wer wohnt noch bei Ihnen? (Vor- und Nachname)', cells)).toEqual({
			reason: 'name',
			sure: false
		});
	});

	test('what is only likely is not sure', () => {
		expect(
			found(
				'Spalte',
				many(20, (at) => `M00${4000 + at}`)
			)?.sure
		).toBe(false);
		expect(found('Staatsangehörigkeit', again(30, 'deutsch', 'türkisch'))?.sure).toBe(false);
		expect(found('E-Mail', [])?.sure).toBe(true);
	});

	test('many different words are looked at here and there', () => {
		const cells = many(30_000, (at) => `person${at}@example.org`);
		expect(found('Spalte', cells)?.reason).toBe('email');
	});
});

describe('and not too much', () => {
	test.each([
		[
			'Wie zufrieden sind Sie mit der telefonischen Erreichbarkeit?',
			again(40, 'sehr zufrieden', 'eher zufrieden', 'teils/teils')
		],
		['Erreichbarkeit per Telefon', again(40, '1', '2', '3', '4', '5', '9')],
		['Haben Sie ein Smartphone?', again(40, 'Ja', 'Nein')],
		['Nutzen Sie E-Mail', again(40, 'täglich', 'nie', 'mehrmals in der Woche')],
		['Beleuchtung der Straße', again(40, 'gut', 'mittelmäßig', 'schlecht')],
		['Telefon', again(40, 'X', '')],
		['Telefon', again(40, 'Telefon', '')],
		['Kontaktwege/E-Mail', again(40, '0', '1')],
		['Name bekannt?', again(40, 'ja', 'nein', 'weiß nicht')],
		['Betreuer', again(40, '1 - sehr gut', '2', '3', '4', '5 - sehr schlecht')],
		['Kontaktart', again(40, 'Telefon', 'Besuch', 'Brief', 'E-Mail')],
		['Wer hilft Ihnen?', again(40, 'Nachbarn', 'Familie', 'niemand')],
		['Was stört Sie?', many(40, (at) => `Lärm am Abend ${'abcdefghij'[at % 10]}${at}`)],
		['Was stört Sie?', again(40, 'Lärm, Müll', 'Müll, Heizung', 'Heizung, Lärm', 'Müll')],
		['Quartier', again(40, 'Sankt Georg', 'Karl Marx Siedlung', 'Anna Höfe')],
		['Geburtsjahr', many(40, (at) => String(1940 + at))],
		['Stockwerk', again(40, 'EG', '1. OG', '2. OG')],
		['Uhrzeit', ['10:10:10', '23:10:10', '00:00:00', '16:10:10']],
		['Eröffnet am', many(40, (at) => `0${(at % 9) + 1}/0${(at % 8) + 1}/2025`)],
		['Einzug am', many(40, (at) => `01.${(at % 12) + 1}.${1985 + at}`)],
		['Kaltmiete', many(40, (at) => `${450 + 7 * at},50 €`)],
		['Miete', many(40, (at) => `${450 + 7 * at}`)],
		['Index', many(40, (at) => `0.${1234 + at}`)],
		['Fall-Nr', many(40, (at) => `F-${100 + at}`)],
		['Aktenzeichen', many(40, (at) => `2025/${100 + at}`)],
		['Anlass', again(40, 'Energie', 'Mietschulden', 'Nachbarschaft')],
		['Thema', again(40, 'Wohnen im Alter', 'Neue Heizung', 'Guter Service')],
		['Altersgruppe', again(40, '18-34', '35-64', '65+')],
		['Monat', again(40, 'Jan', 'Feb', 'Mai')],
		['Name des Treffs', again(40, 'Treff Nord', 'Café Anna')]
	] as const)('%s', (heading, cells) => expect(found(heading, cells)).toBeNull());
});

const REPORTS = join(process.cwd(), '..', 'shared', 'fixtures', 'reports');

describe.skipIf(!existsSync(REPORTS))('files after public reports', () => {
	const findings = (name: string) => {
		const { table } = readText(readFileSync(join(REPORTS, name)));
		const headings = formatOfTable(table).read(table.head);
		return headings.map(({ text, code, heading }, index) =>
			personalFinding([text, code, heading], columnValues(table, index), table.lines.length)
		);
	};

	test('personal columns under unusual headings', () => {
		const all = findings('19-personenspalten.csv');
		expect(all.map((one) => one !== null)).toEqual(
			all.map((_, index) => index >= 2 && index <= 19)
		);
	});

	test.each([
		'10b-umfrage-seriendatum.csv',
		'13-faelle-jahr2stellig.csv',
		'13b-faelle-schraegstrich.csv',
		'18-codes-gemischt.csv',
		'20-skalen-woerter-nfd.csv',
		'24-zahlen-als-text.csv'
	])('nothing in %s', (name) => expect(findings(name).filter((one) => one !== null)).toEqual([]));
});
