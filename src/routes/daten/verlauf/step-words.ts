import * as m from '$lib/paraglide/messages';
import { message } from '$lib/words';
import type { HistoryStep } from '$lib/workspace';
import { fieldName, short, valueText } from '../field-words';

/** What was done, in a sentence. */
export function stepText({ kind, what, title }: HistoryStep): string {
	const thing = message(`history_kind_${kind}`);
	const name = title === '' ? '' : m.history_title({ title: short(title) });
	return message(`history_${what}`, { thing, name }).trim();
}

/**
 * Which fields were changed, in a line for each: what was put in the place of what, where that is a text.
 *
 * @param nameOf what the Quartier of a key is called
 */
export const replacedTexts = (
	{ kind, replaced }: HistoryStep,
	nameOf: (key: string) => string
): string[] =>
	replaced.flatMap(({ field, before, after }) => {
		const name = fieldName(field);
		if (name === null) return [];
		const was = valueText(kind, field, before, nameOf);
		const is = valueText(kind, field, after, nameOf);
		return was === null || is === null
			? [m.history_replaced_other({ field: name })]
			: [m.history_replaced({ field: name, was, is })];
	});
