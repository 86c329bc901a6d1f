import type { Format, Rows } from '../format';
import { technicalColumns, widthOf } from '../headings';

/** Qualtrics' own columns: as codes in the first row, or as the names of the old form in the second. */
const role = technicalColumns({
	id: ['ResponseId', 'ResponseID'],
	date: ['RecordedDate', 'EndDate'],
	timing: ['Duration (in seconds)'],
	token: ['ExternalReference', 'ExternalDataReference'],
	ignored: [
		'StartDate',
		'Status',
		'Progress',
		'Finished',
		'DistributionChannel',
		'UserLanguage',
		'ResponseSet',
		'LocationAccuracy'
	]
});

const isImportId = (cell: string): boolean => /^\s*\{\s*"ImportId"/.test(cell);

/** Columns that every newer export has, whose cells are numbers, days or ids. */
const OWN = [
	'StartDate',
	'EndDate',
	'Progress',
	'Duration (in seconds)',
	'RecordedDate',
	'ResponseId'
];

/** The rows of a newer form of which some were taken out: without import ids, or without the questions too. */
function shortened(first: readonly string[], second: readonly string[] = []): number {
	const own = OWN.map((name) => first.indexOf(name)).filter((place) => place >= 0);
	if (own.length < 4) return 0;
	const below = own.map((place) => second[place] ?? '').filter((cell) => cell.trim() !== '');
	return below.length > 0 && below.every((cell) => !/\d/.test(cell)) ? 2 : 1;
}

/** The newer form has a third row of import ids; the old one calls its own columns V1, V2, … */
function headerRows(rows: Rows): number {
	const [first = [], second, third] = rows;
	if (third && third.length > 1 && third.filter(isImportId).length >= third.length / 2) return 3;
	const old = first.filter((cell) => /^V\d+$/.test(cell.trim())).length;
	if (old >= 5 && second?.some((cell) => /^ResponseID$/i.test(cell.trim()))) return 2;
	return shortened(first, second);
}

/** Qualtrics' CSV: codes, then questions in the language of the survey, then import ids. */
export const qualtrics: Format = {
	tool: 'qualtrics',
	headerRows,
	read(head) {
		const [codes = [], texts = []] = head;
		const columns = Array.from({ length: widthOf(head.slice(0, 2)) }, (_, index) => {
			const code = (codes[index] ?? '').trim();
			const text = (texts[index] ?? '').trim() || code;
			const known = role(code) ?? (head.length === 2 ? role(text) : undefined);
			return { heading: code || text, code: code || text, text, ...(known ? { role: known } : {}) };
		});
		// Of the two dates that say when a sheet came in, one is enough.
		const recorded = columns.some(({ code }) => code === 'RecordedDate');
		return columns.map((column) =>
			recorded && column.code === 'EndDate' ? { ...column, role: 'ignored' as const } : column
		);
	}
};
