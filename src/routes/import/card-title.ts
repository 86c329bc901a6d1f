import { answerTitle, type Scale } from '$lib/domain';
import type { AnswerSet, Mapping } from '$lib/ingest';
import * as m from '$lib/paraglide/messages';
import { groupText, number } from '$lib/words';
import { roleText } from './role-text';

/** So many answers are all named; of more only the ends. */
const NAMED = 3;
/** So many answers that are none are named. */
const MISSING = 3;
/** So many groups are named. */
const GROUPS = 6;

const isRun = (labels: readonly string[]): boolean => {
	const numbers = labels.map(Number);
	const low = Math.min(...numbers);
	return (
		labels.every((label) => /^-?\d+$/.test(label)) &&
		numbers.toSorted((a, b) => a - b).every((value, at) => value === low + at)
	);
};

/** What may be answered, in a few words: `1–5, dazu 9`, `nie … immer`. */
function answersText({ labels, titles, nonSubstantive }: Scale): string {
	const words = labels.map((label) => answerTitle({ titles }, label) ?? label);
	const numbers = labels.map(Number);
	const answers = isRun(labels)
		? `${Math.min(...numbers)}–${Math.max(...numbers)}`
		: words.length <= NAMED
			? words.join(' / ')
			: `${words[0]} … ${words.at(-1)}`;
	const missing = nonSubstantive.slice(0, MISSING).join(', ');
	const more = nonSubstantive.length > MISSING ? ' …' : '';
	return missing === '' ? answers : m.cards_besides({ answers, missing: missing + more });
}

const questions = (n: number, answers: string): string =>
	n === 1 ? m.cards_question({ answers }) : m.cards_questions({ n: number(n), answers });

/** What a card is about, in one line. */
export function cardTitle(card: AnswerSet, { kind, columns }: Mapping): string {
	const count = card.columns.length;
	const n = number(count);
	const own = columns.filter(({ index }) => card.columns.includes(index));
	switch (card.kind) {
		case 'scale':
			return questions(count, card.scale ? answersText(card.scale) : '');
		case 'choice':
			return questions(count, card.open && card.scale ? answersText(card.scale) : m.cards_choice());
		case 'several':
			return questions(count, m.cards_several());
		case 'number':
			return questions(count, m.cards_numbers());
		case 'ticks':
			return count === 1 ? m.cards_tick() : m.cards_ticks({ n });
		case 'groups': {
			const names = own.map(({ group, heading }) => groupText(group ?? heading));
			const more = names.length > GROUPS ? ' …' : '';
			return m.cards_groups({ names: names.slice(0, GROUPS).join(', ') + more });
		}
		case 'field':
			return m.cards_field({
				role: roleText(card.role, kind),
				heading: own.map(({ heading }) => heading).join(', ')
			});
		case 'timing':
			return m.cards_timing({ n });
		case 'text':
			return m.cards_text({ n });
		case 'kept-text':
			return m.cards_kept_text({ n });
		case 'personal':
			return m.cards_personal({ n });
		case 'masked':
			return m.cards_masked({ n });
		case 'unused':
			return m.cards_unused({ n });
		case 'date':
			return m.cards_date();
	}
}
