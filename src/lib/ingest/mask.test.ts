import { expect, test } from 'vitest';
import { masked } from './mask';

test.each([
	['Schreiben Sie an erika.muster@example.org, danke.', 'Schreiben Sie an •••, danke.'],
	['Konto DE89 3704 0044 0532 0130 00 bitte', 'Konto ••• bitte'],
	['Konto DE89370400440532013000', 'Konto •••'],
	['Rufen Sie an: 0531 / 12 34-56', 'Rufen Sie an: •••'],
	['mobil +49 170 1234567 oder (05341) 98765', 'mobil ••• oder •••'],
	['Der Wagen BS-AB 1234 steht immer da', 'Der Wagen ••• steht immer da'],
	['SZ X 99 parkt falsch', '••• parkt falsch'],
	['Frau Meier-Lüdenscheid schreit nachts', 'Frau ••• schreit nachts'],
	['mit Herrn von Bülow und Familie Yılmaz', 'mit Herrn ••• und Familie •••'],
	['Dr. Anna Beispiel hilft', 'Dr. ••• hilft'],
	['Mail: amsel (at) example.org, bitte', 'Mail: •••, bitte'],
	['vogt [ät] example [punkt] org', '•••'],
	['Amsel, geb. 01.02.1950, zieht aus', 'Amsel, geb. •••, zieht aus'],
	['geboren am 1. Februar 1950 in Ulm', 'geboren am ••• in Ulm'],
	['Der Mieter Amsel, Erika klagt', 'Der Mieter ••• klagt'],
	['Nachbarin Erika Amsel-Vogt singt', 'Nachbarin ••• singt'],
	['Tel.: 123456 oder 0171.1234567', 'Tel.: ••• oder •••'],
	['Rückruf 0171 – 1234567 ab 16 Uhr', 'Rückruf ••• ab 16 Uhr']
])('%s', (text, expected) => expect(masked(text)).toBe(expected));

test.each([
	'Seit dem 01.02.2025 ist der Aufzug kaputt, seit 3 Wochen!',
	'Im Haus Nr. 12, 4. OG, zieht es; 2 von 10 Fenstern.',
	'Die Heizung steht auf 20,5 Grad, bei 1.250 Euro Miete.',
	'WLAN im Treff wäre gut, EG und OG.',
	'§ 22 Abs. 8 SGB II hilft.',
	'Die Frau vom Treff ist nett, der Hausherr auch.',
	'Die Mieter wollen Ruhe, Mieterin Müll stört.',
	'Am 01.02.1950 wurde das Haus gebaut, Version 2.10.25.',
	'Das Telefon klingelt seit 10 Tagen (at) Nacht.'
])('%s stays as it is', (text) => expect(masked(text)).toBe(text));
