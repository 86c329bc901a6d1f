import { isSettled, type Scale } from '../domain';
import type { ColumnMapping, Mapping, Role } from './mapping';

/**
 * What a card of the wizard is about, in the order in which people want to see them. What is masked is not
 * stored where nobody says anything: it can wait for the questions.
 */
const CARD_KINDS = [
	'date',
	'scale',
	'choice',
	'ticks',
	'several',
	'number',
	'masked',
	'groups',
	'field',
	'timing',
	'kept-text',
	'text',
	'personal',
	'unused'
] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** Columns of one battery, under what they have in common; null for those that stand alone. */
export type Battery = { title: string | null; columns: number[] };

/** All columns that one decision is about: questions with the same answers, or columns with the same role. */
export type AnswerSet = {
	/** stays the same while its columns do, whatever is said about them */
	key: string;
	kind: CardKind;
	role: Role;
	/** something in it waits for a person */
	open: boolean;
	columns: number[];
	batteries: Battery[];
	/** how its questions are answered, where all of them are answered alike */
	scale: Scale | null;
};

/** Days that a person may have to say the order of, the day or the month first. */
const DAYS: ReadonlySet<Role> = new Set<Role>([
	'date',
	'closed',
	'timing',
	'decided',
	'since',
	'until',
	'from',
	'to'
]);

/** Whether a person still has to say something about a column. */
export const isOpen = ({ certain, role, item }: ColumnMapping): boolean =>
	!certain || (role === 'item' && item !== undefined && !isSettled(item.scale));

const alike = (labels: readonly string[]): string => [...labels].sort().join('\n');

/** What a question is answered with: one card has all that share it. */
function kindOfItem(column: ColumnMapping, scale: Scale): { kind: CardKind; answers: string } {
	if (column.option) return { kind: 'ticks', answers: '' };
	if (scale.kind === 'multiple') return { kind: 'several', answers: alike(scale.labels) };
	if (scale.kind === 'numeric' || scale.kind === 'text') return { kind: 'number', answers: '' };
	// Answers without an order that nobody needs to look at are one card, whatever they say.
	if (scale.kind === 'nominal')
		return { kind: 'choice', answers: isOpen(column) ? alike(scale.labels) : '' };
	// What is settled may be settled the other way round: only the same reading is the same card.
	const reading = isOpen(column) ? [alike(scale.labels)] : [...scale.labels, '', ...scale.topBox];
	return { kind: 'scale', answers: [scale.kind, ...reading].join('\n') };
}

function kindOf(column: ColumnMapping): { kind: CardKind; answers: string } {
	const { role, item, certain } = column;
	if (role === 'item' && item) return kindOfItem(column, item.scale);
	if (role === 'dropped') return { kind: certain ? 'personal' : 'masked', answers: '' };
	if (!certain && DAYS.has(role)) return { kind: 'date', answers: '' };
	if (role === 'demography') return { kind: 'groups', answers: '' };
	if (role === 'opentext') return { kind: 'kept-text', answers: '' };
	if (role === 'text') return { kind: 'text', answers: '' };
	if (role === 'timing') return { kind: 'timing', answers: '' };
	if (role === 'ignored' || role === 'item') return { kind: 'unused', answers: '' };
	return { kind: 'field', answers: role };
}

/** What the questions of a battery have in common, as it is shown above them. */
const titleOf = ({ option, battery, item }: ColumnMapping): string | null =>
	option?.question ?? battery ?? item?.group ?? null;

function batteriesOf(columns: readonly ColumnMapping[]): Battery[] {
	const batteries = new Map<string | null, number[]>();
	for (const column of columns) {
		const title = titleOf(column);
		batteries.set(title, [...(batteries.get(title) ?? []), column.index]);
	}
	// A heading over a single question is no heading.
	const alone = [...batteries].filter(([title, own]) => title === null || own.length === 1);
	const together = [...batteries].filter(([title, own]) => title !== null && own.length > 1);
	const rest = alone.flatMap(([, own]) => own).sort((a, b) => a - b);
	return [
		...together.map(([title, own]): Battery => ({ title, columns: own })),
		...(rest.length > 0 ? [{ title: null, columns: rest }] : [])
	];
}

/** The scale of all columns, with the answers that are none in any of them; null where they differ. */
function sharedScale(columns: readonly ColumnMapping[], kind: CardKind): Scale | null {
	const scales = columns.flatMap(({ item }) => (item ? [item.scale] : []));
	const [first] = scales;
	const one = kind === 'scale' || kind === 'choice' || kind === 'several';
	if (!first || !one || scales.some(({ labels }) => alike(labels) !== alike(first.labels)))
		return null;
	const nonSubstantive = [...new Set(scales.flatMap((scale) => scale.nonSubstantive))];
	return { ...first, nonSubstantive };
}

/**
 * The columns of a file as cards, each of them one decision: what is open first, then what is settled.
 * Columns in `apart` stand on a card of their own.
 */
export function answerSets(
	{ columns }: Pick<Mapping, 'columns'>,
	apart: ReadonlySet<number> = new Set()
): AnswerSet[] {
	const groups = new Map<string, { kind: CardKind; columns: ColumnMapping[] }>();
	for (const column of columns) {
		const { kind, answers } = kindOf(column);
		const open = isOpen(column) ? 'open' : 'settled';
		const own = apart.has(column.index) ? `apart ${column.index}` : answers;
		const key = [kind, open, own].join('\n');
		const group = groups.get(key) ?? { kind, columns: [] };
		group.columns.push(column);
		groups.set(key, group);
	}
	return [...groups.values()]
		.map((group) => {
			const [first] = group.columns as [ColumnMapping, ...ColumnMapping[]];
			return {
				key: `c${first.index}`,
				kind: group.kind,
				role: first.role,
				open: isOpen(first),
				columns: group.columns.map(({ index }) => index),
				batteries: batteriesOf(group.columns),
				scale: sharedScale(group.columns, group.kind)
			};
		})
		.sort(
			(a, b) =>
				Number(b.open) - Number(a.open) ||
				CARD_KINDS.indexOf(a.kind) - CARD_KINDS.indexOf(b.kind) ||
				b.columns.length - a.columns.length
		);
}

/** More groups than these are no filter that anybody reads. */
const MOST_GROUPS = 6;
const MOST_CATEGORIES = 8;

/**
 * Questions that could serve as groups for filters: few answers without an order, given by most, and
 * not one of a battery. They stay questions until a person takes them.
 */
export function groupProposals(
	{ columns }: Pick<Mapping, 'columns'>,
	shown: readonly { distinct: number; filled: number }[]
): number[] {
	const taken = columns.filter(({ role }) => role === 'demography').length;
	const most = Math.max(0, ...shown.map(({ filled }) => filled));
	return columns
		.filter(({ index, role, item, option, battery, certain }) => {
			const { distinct = 0, filled = 0 } = shown[index] ?? {};
			const simple = item?.scale.kind === 'nominal' || item?.scale.kind === 'yes-no';
			const few = distinct >= 2 && distinct <= MOST_CATEGORIES && filled * 2 >= most;
			return role === 'item' && certain && simple && few && !option && battery === undefined;
		})
		.map(({ index }) => index)
		.slice(0, Math.max(0, MOST_GROUPS - taken));
}

/** Between a battery's words and those of one of its items: `Battery [item]`, `Battery - item`, `Battery / item`. */
const BETWEEN = /^[\s[\-–—:/|.>]+|[\s\]]+$/g;

/** The words of an item below the heading of its battery: without what the heading says already. */
export function wordsBelow(text: string, title: string | null): string {
	if (title === null || !text.startsWith(title)) return text;
	return text.slice(title.length).replace(BETWEEN, '') || text;
}
