import { normalise } from './words';

export type PersonalReason =
	'name' | 'email' | 'ip' | 'telephone' | 'token' | 'address' | 'coordinates';

/** What a heading gives away. A Quartier, a Treff or a partner has a name too; those are no persons. */
const BY_HEADING: readonly [PersonalReason, RegExp][] = [
	['email', /e-?mail|mailadresse/],
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

/** Why a column must not be kept, from its heading and, where that is silent, from what stands in it; null if it may. */
export function personalReason(heading: string, values: readonly string[]): PersonalReason | null {
	const words = normalise(heading.replaceAll('_', ' '));
	for (const [reason, pattern] of BY_HEADING) {
		if (pattern.test(words) && !(reason === 'name' && NO_PERSON.test(words))) return reason;
	}
	const share = (test: RegExp) => values.filter((value) => test.test(value)).length / values.length;
	if (values.length === 0) return null;
	if (share(EMAIL) > 0.2) return 'email';
	if (share(IPV4) > 0.5) return 'ip';
	if (share(TELEPHONE) > 0.8) return 'telephone';
	return null;
}
