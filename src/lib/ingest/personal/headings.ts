import { normalise } from '../words';
import type { PersonalReason } from './reasons';

/**
 * A heading as patterns see it: lower case and without accents, words apart, without the signs between
 * them. `Str./Hausnr.` becomes `str hausnr`, `LocationLatitude` `location latitude`.
 */
export const headingWords = (heading: string): string =>
	normalise(heading.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Who a name or a number belongs to, as headings add it: it changes nothing. */
const WHOSE =
	'(?: (?:(?:de[rs]|von) )?(?:(?:haupt)?mieter(?:s|in|innen)?|mieter in|mietpartei|bewohner(?:s|in)?|kund(?:e|en|in)|haushalts?|person|befragten|partner(?:s|in)?|nachbarn?|kindes|vertretung|arztes|betreuers|ehepartners|tenant|resident|contact|customer))?(?: (?:privat|dienstlich|mobil|geschaftlich|festnetz|tagsuber|home|work|mobile))?(?: \\d{1,2})?';

const whole = (pattern: string): RegExp =>
	new RegExp(`^(?:ihre?n? |your )?(?:${pattern})${WHOSE}$`);

const NR = '(?:nr|nummern?|no|number|id|kennung|code)';

/** Headings that are the name of something personal and nothing else. */
export const NAMED: readonly [PersonalReason, RegExp][] = [
	[
		'email',
		whole(
			'(?:\\S+ )?e ?mails?(?: ?(?:adresse|address))?|mail(?:adresse|kontakt)?|recipient e?mail|kontaktmail'
		)
	],
	[
		'iban',
		whole(
			'iban|bic|konto(?:nummer|nr|inhaber|verbindung)?|bank(?:verbindung|konto|daten)|account number|sepa.*'
		)
	],
	['plate', whole('(?:kfz |auto )?(?:kennzeichen)|(?:license|licence|number) plate')],
	['ip', whole('ip(?: ?(?:address|adresse|addr))?|ip ?addr(?:ess)?')],
	[
		'telephone',
		whole(
			`(?:tele|mobil)?(?:telefon|fon|phone)${NR}?(?: ${NR})?|(?:phone|telephone|mobile|cell|fax) ?(?:number|no)?|(?:handy|mobil|ruf|ruckruf|fax|tel|telefon|festnetz|notfall|kontakt)(?: ?(?:nummer|nr))|handy|mobil|tel|fax|telefax|festnetz|durchwahl|erreichbar unter|ruckruf unter|telefonisch erreichbar(?: unter)?|whats ?app(?: ?nummer)?`
		)
	],
	[
		'token',
		whole(
			'\\S*token|zugangs(?:code|schlussel)|external ?(?:data ?)?reference|externe ?datenreferenz|access ?code|(?:panel|panelist|teilnehmer|worker|user|participant|prolific|device|geraete|session) ?(?:id|code|nummer|nr|pid)|user ?name|benutzername|user ?agent|ref(?:errer)? ?url|http referr?er|referr?er'
		)
	],
	[
		'coordinates',
		whole(
			'(?:(?:\\S+ ){1,2})?(?:latitude|longitude|geo ?location|breitengrad|langengrad|geohash|what3words|w3w)|lat|lon|lng|long|(?:breiten|langen)grad des standorts|(?:gps|geo)(?: .*)?|(?:x|y|geo) ?koordinaten?|koordinaten?|coordinates|(?:rechts|hoch)wert|plus ?code'
		)
	],
	[
		'postcode',
		whole('plz(?: (?:und )?(?:ort|wohnort))?|postleitzahl|post ?code|postal ?code|zip(?: ?code)?')
	],
	[
		'address',
		whole(
			'\\S*anschrift|(?:wohn|post|melde|miet|objekt|rechnungs)?adresse|address(?: line)?|str|strasse|street(?: (?:name|address|number|no))?|str(?:asse)?(?: (?:und )?(?:haus)? ?(?:nr|nummer))|haus ?(?:nr|nummer)|postal address|postfach|wohnungslage|lage der wohnung|lage im haus'
		)
	],
	[
		'birth',
		whole(
			'geb|geb ?(?:dat|datum|tag)|geburts(?:datum|tag|dat)|geboren(?: am)?|geb am|date of birth|birth ?(?:date|day)|dob'
		)
	],
	[
		'number',
		whole(
			`(?:we|wohnungs?|wohneinheit(?:s|en)?|mietobjekt|objekt|vertrags?|mietvertrags?|mieter|mietkonto|debitoren?|kunden|mitglieds?|personal|versicherungs?|sozialversicherungs?|steuer|ausweis|pass|akten|zahler|bedarfsgemeinschafts?|bg|kassen|flat|apartment|unit|tenancy|tenant|contract|customer|membership|member|account) ?${NR}|sv nr|steuer id|ausweis`
		)
	],
	[
		'name',
		whole(
			'(?:mieter|kunden|recipient|vor|nach|familien|zu|geburts|ruf|last|first|full|middle|family|sur|maiden|user|tenant|contact)(?: (?:vor|nach|last|first|full))? ?namen?|name|namen|(?:vor|nach|zu)name(?:n)?(?: (?:und |and )?(?:vor|nach|zu)name)?|name (?:und )?vorname|vor und (?:nach|zu)name|namen? (?:und|mit|oder) .*|(?:haupt|unter|mit|vor|nach)?mieter(?: ?in)?|hauptmieterin|mietpartei|bewohner(?: ?in)?|eheleute|ehe(?:gatte|partner|frau|mann)|kinder namen?|ansprechpartner(?: ?in)?|ansprechperson|kontakt ?person|kontaktdaten|notfallkontakt|bezugsperson|angehorige[rn]?|vertrauensperson|(?:gesetzliche[rn]? )?(?:betreuer|vertreter)(?: ?in)?|unterschrift|unterzeichner|signature|(?:sach)?bearbeiter(?: ?in)?|bearbeitet von|erfasst von|angelegt von|aufgenommen von|zustandig(?:e[rn]?)?(?: mitarbeiter(?:in)?)?|mitarbeiter(?: ?in)?|berater(?: ?in)?|fallmanager(?: ?in)?|hausmeister ?name|interviewer(?: ?in)?|arzt|hausarzt|anwalt|melder(?: ?in)?|meldende person|beschwerdefuhrer(?: ?in)?|antragsteller(?: ?in)?|schuldner(?: ?in)?|vermieter ?name|tenants?|kund(?:e|in)|klient(?: ?in)?|client|customer|resident|contact person|emergency contact|case ?worker|assigned to|handled by|household members?|haushaltsmitglieder|mitbewohner(?: ?in)?'
		)
	],
	[
		'sensitive',
		whole(
			'diagnosen?|erkrankung(?:en)?|krankheit(?:en)?|krankheitsbild|behinderung(?:en)?|schwerbehinderung|pflegegrad|medikamente?|sucht|religion|konfession|staatsangehorigkeit|staatsburgerschaft|nationalitat|ethnie|diagnos[ie]s|illness|disability|nationality|citizenship|ethnicity|ethnic group|aufenthaltsstatus|vorstrafen'
		)
	],
	['url', whole('url|link|webseite|website|homepage|landing ?page')]
];

/** Headings in which something personal is named beside other words: what stands in the cells decides. */
export const MENTIONED: readonly [PersonalReason, RegExp][] = [
	['email', /(^| )e ?mail|mailadresse/],
	[
		'telephone',
		/telefon|handynummer|mobilnummer|rufnummer|(^| )tel |phone|whats ?app|erreichbar unter/
	],
	['birth', /geburtsdatum|geburtstag|geboren|geb datum|date of birth|birthda/],
	['postcode', /postleitzahl|(^| )plz( |$)|postcode|zip code/],
	['address', /anschrift|adresse|(^| )address|hausnummer|hausnr|strasse|(^| )str( |$)|street/],
	['number', /(vertrags|wohnungs|kunden|mitglieds|mieter) ?(nr|nummer)|(^| )we (nr|nummer)/],
	['coordinates', /latitude|longitude|koordinate|standort|geolocation|gps/],
	['iban', /iban|kontonummer|bankverbindung/],
	[
		'name',
		/(^| )(vor|nach|familien|zu|vollstandiger |full |first |last |sur)?namen?( |$|\?)|wer wohnt|ansprechpartner|unterschrift|bewohner|mitbewohner|nachbar|betreuer|bearbeiter|kontakt|contact|bemerkung|notiz|anmerkung|remarks?|notes?|kommentar|comment|mieter|tenant/
	],
	['sensitive', /diagnose|erkrankung|krankheit/]
];

/** A Quartier, a Treff or a partner has a name, a number and an address too; those are no persons. */
export const NO_PERSON =
	/quartier|stadtteil|siedlung|treff|partner ?(organisation|art)|kooperationspartner|^(name )?partner$|wohngebiet|neighbo?urhood|einrichtung|verein|firma|unternehmen|organi[sz]ation|company|landlord|vermieter|trager|datei|file|dienststelle/;

/** Numbers by which sheets and cases are told apart: they become pseudonyms. */
export const IS_ID =
	/^(id|uuid|.* (id|uuid)|.*(bogen|fall|vorgangs|ticket|akten|antwort|response|respondent|case|record|sheet|index|laufende|lfd|serial|seed).*|nr|nummer|no|aktenzeichen|az)$/;

const QUESTION =
	/^(wie|wer|was|wo|wann|warum|wieso|welche[nrsm]?|wodurch|womit|woran|haben|hatten|sind|ist|gibt|wurden?|konnen|mochten|fuhlen|nutzen|bitte|how|what|which|who|why|when|where|do|did|does|have|has|are|is|would|please|on a scale)( |$)|zufrieden|satisf|wichtig|important|bewert|beurteil|stimme|agree|haufig|often/;

/** Whether a heading asks or says something, and does not just name what stands below it. */
export const isQuestion = (heading: string): boolean => {
	const words = headingWords(heading);
	return heading.includes('?') || QUESTION.test(words) || words.split(' ').length > 6;
};
