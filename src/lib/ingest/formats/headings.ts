import { normalise } from '../words';
import type { FormatRole, Heading } from './format';

/** A tool's own columns by their names, whatever case and punctuation they come in. */
export function technicalColumns(
	names: Partial<Record<FormatRole, readonly string[]>>
): (heading: string) => FormatRole | undefined {
	const roles = new Map<string, FormatRole>();
	for (const [role, headings] of Object.entries(names))
		for (const heading of headings) roles.set(normalise(heading), role as FormatRole);
	return (heading) => roles.get(normalise(heading));
}

/** A row of an array: what all its rows are asked, and what this one is about. */
export const arrayRow = (
	question: string,
	row: string
): Pick<Heading, 'text' | 'group' | 'question' | 'row'> => ({
	text: [question, row].filter((part) => part !== '').join(' – '),
	group: question,
	question,
	row
});

/** `Frage [Zeile]` in its two parts; null for a heading without brackets at its end. */
export function bracketed(heading: string): { question: string; row: string } | null {
	const found = /^([\s\S]*?)\s*\[([^\]]*)\]\s*$/.exec(heading.trim());
	return found ? { question: found[1] ?? '', row: (found[2] ?? '').trim() } : null;
}

/** The width of a heading of several rows: up to the last cell that any of them fills. */
export const widthOf = (head: readonly (readonly string[])[]): number =>
	Math.max(...head.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1), 0);
