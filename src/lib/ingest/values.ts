/** Reads a number as German (1.234,5) or English (1,234.5) offices write it. */
export type NumberFormat = 'german' | 'english';

const GERMAN = /^[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/;
const ENGLISH = /^[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[-+]?\d+)?$/i;

/** German where a comma can only be a decimal one; a dot alone is a decimal point unless whole numbers are expected. */
export function numberFormat(values: Iterable<string>, whole = false): NumberFormat {
	for (const value of values) {
		if (/^[-+]?[\d.]*\d,\d+$/.test(value) && GERMAN.test(value)) return 'german';
		if (/\d\.\d{3}\.\d{3}/.test(value)) return 'german';
		if (whole && /^\d{1,3}(\.\d{3})+$/.test(value)) return 'german';
	}
	return 'english';
}

/** The number that a cell holds, or null where it holds none. */
export function parseNumber(cell: string, format: NumberFormat): number | null {
	const text = cell.replace(/[\s\u00a0']/g, '').replace(/%$/, '');
	if (text === '') return null;
	if (format === 'german') {
		return GERMAN.test(text) ? Number(text.replaceAll('.', '').replace(',', '.')) : null;
	}
	return ENGLISH.test(text) && /\d/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** A number as a cell that reads the same in every language: a point before decimals. */
export function numberText(value: number): string {
	const text = String(value);
	// Three decimals would look like German thousands; a fourth one tells them apart.
	return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

const iso = (year: number, month: number, day: number): string | null => {
	const date = new Date(Date.UTC(year, month - 1, day));
	const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return real && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null;
};

/** The day that a cell names (dd.mm.yyyy, yyyy-mm-dd or mm/dd/yyyy with four digits, a time may follow), as ISO date, or null. */
export function parseDate(cell: string): string | null {
	const text = cell.trim();
	const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T].*)?$/.exec(text);
	if (german) return iso(Number(german[3]), Number(german[2]), Number(german[1]));
	const standard = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T].*)?$/.exec(text);
	if (standard) return iso(Number(standard[1]), Number(standard[2]), Number(standard[3]));
	const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: .*)?$/.exec(text);
	if (american) return iso(Number(american[3]), Number(american[1]), Number(american[2]));
	return null;
}

/** LimeSurvey writes this day for every complete answer of an anonymous survey: it means no date. */
export const ANONYMISED_DATE = '1980-01-01';
