/**
 * The registry of record kinds. A kind has one name, from which the rest follows: the kind of an import, its
 * template, the table that its rows come to, the source of figures, what a panel needs, and its labels
 * (`kind_<name>` in `messages/`).
 */
type RecordKindEntry = {
	/** table of the rows */
	table: string;
	/** field of each dimension whose members are words of these records */
	words: Record<string, string>;
	/** whether a record is about a person, whose groups are known */
	personal: boolean;
	/** what versions before called the kind in files that are kept */
	earlier: string;
};

export const RECORD_KINDS = {
	supportCase: {
		table: 'support_case',
		words: {
			area: 'area',
			caseTopic: 'topic',
			access: 'access',
			workForm: 'workForm',
			outcome: 'outcome',
			closingReason: 'reason'
		},
		personal: true,
		earlier: 'cases'
	},
	contact: { table: 'contact', words: { channel: 'kind' }, personal: true, earlier: 'contacts' },
	rentDebt: {
		table: 'rent_debt',
		words: { stage: 'stage', solution: 'solution' },
		personal: true,
		earlier: 'debts'
	},
	benefit: { table: 'benefit', words: { benefit: 'kind' }, personal: true, earlier: 'benefits' },
	meetingPlaceDay: {
		table: 'meeting_place_day',
		words: { meetingPlace: 'meetingPlace', offer: 'offer', targetGroup: 'targetGroup' },
		personal: false,
		earlier: 'treffdays'
	},
	cooperation: {
		table: 'cooperation',
		words: { partnerKind: 'kind' },
		personal: false,
		earlier: 'cooperations'
	},
	event: { table: 'event', words: {}, personal: false, earlier: 'events' },
	quartierYear: { table: 'quartier_year', words: {}, personal: false, earlier: 'quartiere' }
} as const satisfies Record<string, RecordKindEntry>;

export type RecordKind = keyof typeof RECORD_KINDS;

/** What a file can hold: the answers of a survey, or records of a kind. */
export const IMPORT_KINDS = [
	'survey',
	'supportCase',
	'quartierYear',
	'contact',
	'rentDebt',
	'benefit',
	'meetingPlaceDay',
	'cooperation',
	'event'
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Names of what versions before called otherwise, in files that are kept. */
const EARLIER: Record<string, string> = {
	...Object.fromEntries(Object.entries(RECORD_KINDS).map(([kind, { earlier }]) => [earlier, kind])),
	treff: 'meetingPlace',
	target: 'targetGroup'
};

/** A kind or a role as it is called today. */
export const calledToday = (name: unknown): unknown =>
	typeof name === 'string' && Object.hasOwn(EARLIER, name) ? EARLIER[name] : name;

/** Dimensions whose members are words that records use, such as service areas, by the field of a kind. */
type WordsOf<K extends RecordKind> = (typeof RECORD_KINDS)[K]['words'];
export type CategoryDimension = { [K in RecordKind]: keyof WordsOf<K> & string }[RecordKind];

/** All of them, kind by kind. */
export const CATEGORY_DIMENSIONS = Object.values(RECORD_KINDS).flatMap(({ words }) =>
	Object.keys(words)
) as CategoryDimension[];

/** The dimension whose members are the words in a field of a kind; words that nobody asks by have one of their own. */
export function dimensionOfField(
	kind: RecordKind,
	field: string
): CategoryDimension | `word:${string}` {
	const found = Object.entries(RECORD_KINDS[kind].words).find(([, own]) => own === field);
	return found ? (found[0] as CategoryDimension) : `word:${kind}.${field}`;
}
