/** Units as they are said, and how offices write them beside a number. */
const UNITS: readonly [unit: string, spelled: readonly string[]][] = [
	['€', ['€', 'eur', 'euro', 'euros']],
	['ct', ['ct', 'cent']],
	['$', ['$', 'usd']],
	['£', ['£', 'gbp']],
	['CHF', ['chf', 'fr.', 'sfr.']],
	['%', ['%', 'prozent', 'percent', 'v.h.']],
	['m²', ['m²', 'm2', 'm^2', 'qm', 'sqm', 'quadratmeter', 'square metres', 'square meters']],
	['€/m²', ['€/m²', '€/qm', '€/m2', 'eur/qm', 'eur/m²', 'eur/m2', 'euro/qm', 'euro/m²']],
	['m', ['m', 'meter', 'metre', 'metres', 'meters']],
	['km', ['km', 'kilometer', 'kilometers', 'kilometres']],
	['kWh', ['kwh']],
	['kg', ['kg']],
	['°C', ['°c', '°', 'grad']],
	['Jahre', ['jahre', 'jahr', 'jahren', 'j.', 'j', 'years', 'year', 'yrs', 'yr', 'y']],
	['Monate', ['monate', 'monat', 'monaten', 'mon.', 'months', 'month']],
	['Wochen', ['wochen', 'woche', 'weeks', 'week']],
	['Tage', ['tage', 'tag', 'tagen', 'days', 'day', 'd']],
	['Std.', ['std.', 'std', 'stunden', 'stunde', 'h', 'hours', 'hour', 'hrs']],
	['Min.', ['min.', 'min', 'minuten', 'minute', 'minutes', 'mins']],
	['Personen', ['personen', 'person', 'pers.', 'pers', 'people', 'persons']],
	['Wohnungen', ['we', 'wohnungen', 'wohnung', 'wohneinheiten', 'dwellings', 'flats']],
	['Zimmer', ['zimmer', 'zi.', 'räume', 'rooms', 'room']],
	['Punkte', ['punkte', 'punkt', 'points', 'point']]
];

const BY_SPELLING = new Map(UNITS.flatMap(([unit, all]) => all.map((one) => [one, unit] as const)));

/** The unit of its spelling, undefined for what is none. */
const unitOf = (spelled: string): string | undefined =>
	BY_SPELLING.get(spelled.toLowerCase().replace(/\s+/g, ' ').trim());

const BEFORE = /^(€|eur|euro|\$|usd|£|gbp|chf|fr\.)\s?(?=[-+−–]?\s?\d)/i;
/** A number, `,-` for no cents, a minus behind it, and words. */
const BEHIND = /^([-+−–]?\s?[\d.,\s'’]*\d)(,[-–])?([-−–])?\s*(\D*)$/;

/** A cell parted into its number and its unit; null where what stands beside the number is no known unit. */
export function withoutUnit(cell: string): { number: string; unit: string | null } | null {
	const text = cell.trim();
	if (/^-?\d+([.,]\d+)?$/.test(text)) return { number: text, unit: null };
	const before = BEFORE.exec(text);
	const bare = before ? text.slice(before[0].length) : text;
	// The two of square metres is no part of the number.
	const behind = BEHIND.exec(bare.replace(/m\^?2(?=\W*$)/i, 'm²'));
	if (!behind) return { number: bare, unit: before ? (unitOf(before[1]!) ?? null) : null };
	const [, number = '', , minus = '', words = ''] = behind;
	const own = words.trim() === '' ? null : unitOf(words);
	if (own === undefined) return null;
	return {
		number: `${number}${minus && '-'}`,
		unit: own ?? (before ? (unitOf(before[1]!) ?? null) : null)
	};
}
