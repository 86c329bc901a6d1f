import {
	aliasSchema,
	contentOf,
	eventSchema,
	GROUP_USES,
	quartierMapSchema,
	releaseRecordSchema,
	z,
	type Alias,
	type QuartierEvent,
	type QuartierMap,
	type ReleaseRecord,
	type Versioned
} from '../domain';
import { isRecipient } from './encryption/age';
import { noteSchema, viewSchema, type Note, type View } from '../steering';

/** Somebody who opens the workspace with a key of her own (`age1…`). */
const colleagueSchema = z.strictObject({
	name: z.string().max(200),
	recipient: z.string().refine(isRecipient)
});

/** Between which numbers a workspace can set its minimum frequency: never looser than the least that the program has. */
export const [FLOOR, MOST_MINIMUM] = [5, 50] as const;

/** What the workspace is called, the key that new pseudonyms are made with, and who opens it beside its own key. */
const aboutSchema = z.strictObject({
	id: z.string(),
	name: z
		.string()
		.max(200)
		.nullish()
		.transform((name) => name ?? ''),
	/** see `keyId` */
	key: z.string().nullable().default(null),
	/** the identity under the passphrase (an age file, in base64), and whom it opens for; null where nothing is encrypted */
	encryption: z
		.strictObject({ key: z.base64(), recipient: z.string().refine(isRecipient) })
		.nullable()
		.default(null),
	colleagues: z
		.array(colleagueSchema)
		.max(100)
		.nullish()
		.transform((colleagues) => colleagues ?? []),
	/** minimum frequency of what leaves the house, where it is stricter than the program's; null where it is not */
	minimum: z
		.number()
		.nullish()
		.transform((minimum) => {
			if (minimum === null || minimum === undefined) return null;
			return Math.min(MOST_MINIMUM, Math.max(FLOOR, Math.round(minimum)));
		}),
	/** how groups of persons are used, where somebody said so: see `groupUse` */
	groups: z
		.record(z.string().max(500), z.enum(GROUP_USES))
		.nullish()
		.transform((groups) => groups ?? {}),
	/** what the record of processing activities says that only people know, by its fields; '' where it says nothing */
	processing: z
		.record(z.string().max(40), z.string().max(5000))
		.nullish()
		.transform((processing) => processing ?? {})
});
export type About = z.infer<typeof aboutSchema>;

/** What a workspace says of how it is encrypted, and for whom. */
export const ENCRYPTION_FIELDS: readonly string[] = [
	'encryption',
	'colleagues'
] satisfies (keyof About)[];

/** Fields that say when and by whom something was written, and not what. */
export const STAMP_FIELDS: readonly string[] = ['changed', 'created', 'author'];

/** Kinds of records that people write, and what each must say. */
export const SCHEMAS = {
	events: eventSchema,
	notes: noteSchema,
	views: viewSchema,
	map: quartierMapSchema,
	aliases: aliasSchema,
	releases: releaseRecordSchema,
	workspace: aboutSchema
} satisfies Record<string, z.ZodType>;

export type Kind = keyof typeof SCHEMAS;
export const KINDS = Object.keys(SCHEMAS) as Kind[];

/** Something for each kind. */
export const byKind = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
	Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

/** Something for each kind that has to be waited for. */
export async function byKindLater<T>(of: (kind: Kind) => Promise<T>): Promise<Record<Kind, T>> {
	const all = await Promise.all(KINDS.map(of));
	return byKind((kind) => all[KINDS.indexOf(kind)]!);
}

export type RecordOf = {
	events: QuartierEvent;
	notes: Note;
	views: View;
	map: QuartierMap;
	aliases: Alias;
	releases: ReleaseRecord;
	workspace: About;
};

/** Ids of what there is one of at most. */
export const MAP = 'map';
export const WORKSPACE = 'workspace';

/** What left the house: nobody takes it back. */
export const RELEASES = 'releases' satisfies Kind;

/** Kinds of records that somebody can take away again, one by one. */
export type RemovableKind = Exclude<Kind, 'map' | 'workspace' | 'releases'>;

/** What a record says, as one of its kind; null where it says nothing of the kind or is deleted. */
export function readRecord<K extends Kind>(kind: K, record: Versioned): RecordOf[K] | null {
	const content = contentOf(record);
	if (!content) return null;
	const { id, ...rest } = content;
	const { data } = SCHEMAS[kind].safeParse(kind === MAP ? rest : { id, ...rest });
	return (data ?? null) as RecordOf[K] | null;
}

/** Whether a record is one of a kind; a deleted one may say anything. */
export const isOfKind = (kind: Kind, record: Versioned): boolean =>
	record.deleted?.value === true || readRecord(kind, record) !== null;

/** What records of a kind say, without those that are deleted. */
export const contentsOf = <K extends Kind>(
	kind: K,
	records: ReadonlyMap<string, Versioned>
): RecordOf[K][] => [...records.values()].flatMap((record) => readRecord(kind, record) ?? []);
