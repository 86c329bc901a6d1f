import { dateReading, numberReading } from '../values';
import { shareOf, type Content } from './content';

/** Fewer cells than this say nothing about how unique they are. */
const FEWEST = 8;
const UNIQUE = 0.8;

/** The form of a code: runs of digits as 9, of letters as A. */
const formOf = (cell: string): string => cell.replace(/\d+/g, '9').replace(/\p{L}+/gu, 'A');

/** Letters or signs among digits, such as `12.345.678-01`, `M004000` or `100/00`; or a long number of always the same length. */
const isCode = (cell: string): boolean =>
	/^(?=.*\d)[\p{L}\d./_ -]{3,24}$/u.test(cell) && !/^\d+$/.test(cell) && !/ .* /.test(cell);

/** Whether the cells are days or numbers, which name nobody. */
function areFigures({ counts }: Content): boolean {
	if (numberReading(counts).numeric) return true;
	const { unreadable, open } = dateReading(counts.keys());
	return unreadable.length + open.length <= 0.2 * counts.size || open.length > 0.5 * counts.size;
}

/** Long whole numbers, all of the same length and each there once: nothing that is counted or paid. */
const areSerials = (content: Content): boolean => {
	const lengths = new Set([...content.counts.keys()].map(({ length }) => length));
	return (
		lengths.size === 1 &&
		content.uniqueness > 0.95 &&
		shareOf(content, (cell) => /^\d{6,}$/.test(cell)) === 1 &&
		dateReading(content.counts.keys(), { isDate: true }).unreadable.length > 0
	);
};

/** Whether nearly every cell is a number of something: a flat, a contract, a customer. */
export function areNumbers(content: Content): boolean {
	if (content.cells < FEWEST || content.uniqueness < UNIQUE) return false;
	if (areSerials(content)) return true;
	if (shareOf(content, isCode) < 0.9 || areFigures(content)) return false;
	const forms = new Map<string, number>();
	for (const cell of content.counts.keys())
		forms.set(formOf(cell), (forms.get(formOf(cell)) ?? 0) + 1);
	const common = [...forms.values()].sort((a, b) => b - a).slice(0, 3);
	return common.reduce((a, b) => a + b, 0) >= 0.7 * content.counts.size;
}

/** Whether nearly every cell is another short text, and hardly one a sentence: names and the like in a form nobody knows. */
export function areUniqueTexts(content: Content): boolean {
	if (content.cells < FEWEST || content.uniqueness < UNIQUE || areFigures(content)) return false;
	const isShort = (cell: string) =>
		cell.length <= 60 && cell.split(/\s+/).length <= 5 && !/[.!?]\s|[!?]$/.test(cell);
	return shareOf(content, isShort) > 0.8 && shareOf(content, (cell) => /\p{L}/u.test(cell)) > 0.8;
}
