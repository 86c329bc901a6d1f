import { describe, expect, test } from 'vitest';
import { isIban, personalReason } from '.';
import { column, csv, read } from '../testing';

describe('by heading', () => {
	test.each([
		['Name', 'name'],
		['Vorname', 'name'],
		['Nachname', 'name'],
		['Ihr Name', 'name'],
		['Ihr Name?', 'name'],
		['Name, Vorname', 'name'],
		['Vor- und Nachname', 'name'],
		['Nachname, Vorname', 'name'],
		['Name des Mieters', 'name'],
		['Name der Mieterin', 'name'],
		['Mietername', 'name'],
		['Mieter', 'name'],
		['First Name', 'name'],
		['last_name', 'name'],
		['RecipientLastName', 'name'],
		['E-Mail', 'email'],
		['E-Mail-Adresse', 'email'],
		['Email Address', 'email'],
		['IP-Adresse', 'ip'],
		['IP Address', 'ip'],
		['IPAddress', 'ip'],
		['ipaddr', 'ip'],
		['Telefon', 'telephone'],
		['Telefonnummer', 'telephone'],
		['Handy', 'telephone'],
		['Phone number', 'telephone'],
		['token', 'token'],
		['Zugangscode', 'token'],
		['refurl', 'token'],
		['Anschrift', 'address'],
		['Straße und Hausnummer', 'address'],
		['LocationLatitude', 'coordinates'],
		['IBAN', 'iban'],
		['Bankverbindung', 'iban'],
		['Kfz-Kennzeichen', 'plate'],
		['Längengrad', 'coordinates']
	])('%s', (heading, reason) => expect(personalReason(heading, [])).toBe(reason));
});

describe('by content', () => {
	test.each([
		['e-mail', ['a@example.org', 'b.c@example.de', ''], 'email'],
		['IP', ['192.0.2.1', '198.51.100.7'], 'ip'],
		['telephone', ['0531 123456', '+49 531 123-456', '0170/1234567'], 'telephone']
	])('%s', (_, values, reason) => {
		expect(personalReason('Kontakt', values.filter(Boolean))).toBe(reason);
	});

	test.each([
		['answers', ['sehr zufrieden', 'eher zufrieden']],
		['days', ['01.02.2024', '02.02.2024']],
		['numbers', ['1.284', '1.296', '800']],
		['numbers of cases', ['2019-0001', '2019-0002']],
		['one address in a hundred texts', [...Array<string>(99).fill('alles gut'), 'a@example.org']],
		['nothing', []]
	])('%s are not personal', (_, values) => {
		expect(personalReason('Spalte', values)).toBeNull();
	});
});

describe('no false alarm', () => {
	test.each([
		'Quartier Name',
		'Quartiername',
		'Name des Quartiers',
		'Name des Treffs',
		'Name der Siedlung',
		'Name Partner',
		'Stadtteil',
		'Wie zufrieden sind Sie mit Ihren Nachbarn?',
		'Zip',
		'Shipping',
		'Namensschild am Eingang',
		'Mieterversammlung besucht',
		'Mobilität im Alter'
	])('%s', (heading) => expect(personalReason(heading, ['a', 'b'])).toBeNull());

	test('a question about the telephone, answered on a scale, is a question', () => {
		const heading = 'Service: Erreichbarkeit per Telefon und E-Mail';
		const recognised = read(
			csv(
				['Bogen', heading, 'Telefon'],
				[
					['1', 'sehr zufrieden', '0531 123456'],
					['2', 'eher unzufrieden', '0531 123457'],
					['3', 'teils/teils', '0531 123458']
				]
			)
		);
		expect(column(recognised, heading)).toMatchObject({ role: 'item', item: { topic: 'service' } });
		expect(column(recognised, 'Telefon')).toMatchObject({ role: 'dropped', dropped: 'telephone' });
	});
});

describe('by content, whatever the heading says', () => {
	test.each([
		['iban', ['DE89 3704 0044 0532 0130 00', '', 'GB82WEST12345698765432']],
		['address', ['Chemnitzer Straße 12', 'Am Ring 3a', 'Berliner Str. 44, 38226 Salzgitter']],
		['coordinates', ['52.1546, 10.3328', '52.1501, 10.3412']],
		['plate', ['SZ-AB 123', 'BS-X 7', 'H-EV 99E']]
	] as const)('%s', (reason, values) =>
		expect(
			personalReason(
				'Bemerkung',
				values.filter((value) => value !== '')
			)
		).toBe(reason)
	);

	test.each([
		[['Heidberg', 'Weststadt', 'SZ-Bad']],
		[['Haus 12', 'Haus 9', 'Block 3']],
		[['A1', 'A2', 'B-1']],
		[['3,5', '2,75', '4']],
		[['1.234', '2.345']],
		[['Auf dem Weg nach Hause', 'Auf der Straße']]
	])('%j is nobody', (values) => expect(personalReason('Bemerkung', values)).toBeNull());

	test('an IBAN has to be right', () => {
		expect(isIban('DE89370400440532013000')).toBe(true);
		expect(isIban('DE89370400440532013001')).toBe(false);
		expect(isIban('Straße 12 in Salzgitter')).toBe(false);
	});
});
