import * as m from '$lib/paraglide/messages';
import { dateText, message } from '$lib/words';
import type { HistoryStep } from '$lib/workspace';

/** Longest text of a value in a line. */
const MOST = 80;

const short = (text: string): string =>
	text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text;

/** What was done, in a sentence. */
export function stepText({ kind, what, title }: HistoryStep): string {
	const thing = message(`history_kind_${kind}`);
	const name = title === '' ? '' : m.history_title({ title: short(title) });
	return message(`history_${what}`, { thing, name }).trim();
}

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);

/** A value as a line says it; null where it is no text. */
function valueText(value: unknown): string | null {
	if (value === null || value === '') return m.history_nothing();
	if (typeof value !== 'string') return null;
	return isDay(value) ? dateText(value) : m.history_quoted({ text: short(value) });
}

/** What was put in the place of what, in a line for each; what is no text is not spelt out. */
export const replacedTexts = ({ replaced }: HistoryStep): string[] =>
	replaced.flatMap(({ before, after }) => {
		const [was, is] = [valueText(before), valueText(after)];
		return was !== null && is !== null ? [m.history_replaced({ was, is })] : [];
	});
