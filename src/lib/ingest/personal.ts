import { normalise } from './words';

export type PersonalReason =
	'name' | 'email' | 'ip' | 'telephone' | 'token' | 'address' | 'coordinates' | 'iban' | 'plate';

/** What a heading gives away. A Quartier, a Treff or a partner has a name too; those are no persons. */
const BY_HEADING: readonly [PersonalReason, RegExp][] = [
	['email', /e-?mail|mailadresse/],
	['iban', /\biban\b|kontonummer|bankverbindung|account number/],
	['plate', /kennzeichen|license plate|licence plate|number plate/],
	['ip', /^ip$|^ip[ _-]?(address|adresse|addr)|ipaddr/],
	['telephone', /telefon|handynummer|mobilnummer|^handy$|^mobil$|^tel$|phone( number)?$|^fax/],
	[
		'token',
		/token|zugangscode|external ?(data ?)?reference|externe datenreferenz|zugangsschlüssel|access ?code|^refurl|referrer/
	],
	[
		'coordinates',
		/^(latitude|longitude|location ?(latitude|longitude)|(breiten|längen)grad( des standorts)?|gps.*|.*[ _]?(latitude|longitude|geolocation))$/
	],
	[
		'address',
		/^(anschrift|adresse|address|straße.*|strasse.*|hausnummer|street.*|postal address)$/
	],
	[
		'name',
		/^((ihr|mieter|kunden|recipient ?)?(vor|nach|familien|last|first|full)?[ _-]?name(n)?|mieter(in)?|(first|last|full|recipient)[ _-]?(first|last)?[ _-]?name|vor- und (nach|zu)name|zuname|(nach|familien|zu)?name,? (und )?vorname|name (des|der|von) (mieter|bewohner|kund|haushalt|befragt|person|ansprechpartner).*|ansprechpartner(in)?)$/
	]
];

const NO_PERSON =
	/quartier|stadtteil|siedlung|treff|partner(organisation)?$|wohngebiet|neighbourhood/;

const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
const IPV4 = /^(\d{1,3}\.){3}\d{1,3}$/;
const TELEPHONE = /^(\+|00?[1-9])[\d /()-]{6,}$/;

const STREET =
	/^[A-ZÄÖÜ][\p{L}.\- ]*(straße|strasse|str\.?|weg|allee|platz|ring|gasse|damm|ufer|stieg|street|road) \d+ ?[a-z]?(,.*)?$/iu;
const COORDINATES = /^-?\d{1,2}\.\d{3,}[,; ]\s*-?\d{1,3}\.\d{3,}$/;
/** As German plates are written: district, letters, digits, `E` or `H` behind them. */
const PLATE = /^[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?\d{1,4} ?[EH]?$/;

/** An IBAN whose check digits are right (ISO 13616: the rest of 97 is 1). */
export function isIban(text: string): boolean {
	const iban = text.replace(/\s/g, '').toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
	const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('');
	let rest = 0;
	for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
	return rest === 1;
}

/** What a column's values give away, where more than a share of them look so. */
const BY_CONTENT: readonly {
	reason: PersonalReason;
	above: number;
	test: (value: string) => boolean;
}[] = [
	{ reason: 'email', above: 0.2, test: (value) => EMAIL.test(value) },
	{ reason: 'iban', above: 0.2, test: isIban },
	{ reason: 'ip', above: 0.5, test: (value) => IPV4.test(value) },
	{ reason: 'coordinates', above: 0.5, test: (value) => COORDINATES.test(value) },
	{ reason: 'address', above: 0.5, test: (value) => STREET.test(value) },
	{ reason: 'plate', above: 0.8, test: (value) => PLATE.test(value) },
	{ reason: 'telephone', above: 0.8, test: (value) => TELEPHONE.test(value) }
];

/** Why a column must not be kept, from its heading and, where that is silent, from what stands in it; null if it may. */
export function personalReason(heading: string, values: readonly string[]): PersonalReason | null {
	const words = normalise(heading.replaceAll('_', ' '));
	for (const [reason, pattern] of BY_HEADING) {
		if (pattern.test(words) && !(reason === 'name' && NO_PERSON.test(words))) return reason;
	}
	if (values.length === 0) return null;
	const share = (test: (value: string) => boolean) => values.filter(test).length / values.length;
	const found = BY_CONTENT.find(({ test, above }) => share(test) > above);
	return found?.reason ?? null;
}
