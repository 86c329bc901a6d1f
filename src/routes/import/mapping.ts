import { topOf, type Item, type Scale } from '$lib/domain';
import type { ColumnMapping, Mapping, Role } from '$lib/ingest';
import { message } from '$lib/words';

/** What the user can say about a column. */
export type ColumnChange = Partial<Pick<ColumnMapping, 'role' | 'group'>> & {
	item?: Partial<Item>;
	scale?: Partial<Scale>;
	/** the filter question, null for none */
	askedIf?: ColumnMapping['askedIf'] | null;
	/** says the same of all items that are answered on the same scale */
	alike?: boolean;
};

/** Fields that are a column or one value for the whole file. */
export type FieldRole = Exclude<
	Role,
	'item' | 'demography' | 'text' | 'opentext' | 'timing' | 'ignored' | 'dropped'
>;

/** Roles that more than one column of a file can have; every other one is a field. */
const MANY: ReadonlySet<Role> = new Set<Role>([
	'item',
	'demography',
	'text',
	'opentext',
	'timing',
	'ignored',
	'dropped'
]);

/** The role of a column in the words of its kind: a date is a day of opening in a list of cases. */
export const roleText = (role: Role, kind: Mapping['kind']): string =>
	message(kind === 'cases' && role === 'date' ? 'role_opened' : `role_${role}`);

/** Two scales are alike for the user when the same answers stand in the file. */
const sameAnswers = (a: Scale, b: Scale): boolean =>
	a.kind === b.kind &&
	[...a.labels, ...a.nonSubstantive].sort().join('\n') ===
		[...b.labels, ...b.nonSubstantive].sort().join('\n');

const ZERO_TO_TEN = Array.from({ length: 11 }, (_, point) => String(point)).join();

/** Answers from 0 to 10 are a net promoter score where they recommend, and points everywhere else. */
const scaleFor = (scale: Scale, topic: Item['topic'] | undefined): Scale => {
	if (topic === undefined || scale.labels.join() !== ZERO_TO_TEN) return scale;
	return topic === 'recommendation'
		? { ...scale, id: 'nps', kind: 'nps' }
		: { ...scale, id: 'points11', kind: 'ordinal' };
};

const changed = (column: ColumnMapping, change: ColumnChange): ColumnMapping => {
	const { item, scale, role, group, askedIf } = change;
	if (askedIf !== undefined) {
		const { askedIf: before, ...rest } = column;
		return askedIf === null ? (before ? rest : column) : { ...rest, askedIf };
	}
	return {
		...column,
		...(role ? { role, certain: true } : {}),
		...(role === 'demography' && !column.group ? { group: column.heading } : {}),
		...(role === 'dropped' ? { dropped: 'user' } : {}),
		...(group ? { group } : {}),
		...(column.item && (item || scale)
			? {
					certain: true,
					item: {
						...column.item,
						...item,
						scale: scaleFor({ ...column.item.scale, ...scale }, item?.topic)
					}
				}
			: {})
	};
};

/** Columns of the options of one question. */
const isSibling = (a: ColumnMapping, b: ColumnMapping): boolean =>
	a.option !== undefined && b.option !== undefined && a.item?.group === b.item?.group;

/** The columns with one of them changed; a role that only one column can have is taken from the other. */
export function changeColumn(
	columns: readonly ColumnMapping[],
	index: number,
	change: ColumnChange
): ColumnMapping[] {
	const own = columns[index];
	const { role, alike, scale } = change;
	// What is not kept cannot say who was asked.
	const filters = role !== 'dropped' && role !== 'text' && role !== 'opentext';
	return columns.map((column): ColumnMapping => {
		if (!filters && column.askedIf?.index === index) return changed(column, { askedIf: null });
		if (column.index === index) return changed(column, change);
		// The options of one question have one topic and one filter question.
		if (own && isSibling(column, own)) {
			if (change.item) return changed(column, { item: change.item });
			if (change.askedIf !== undefined) return changed(column, { askedIf: change.askedIf });
		}
		if (role && !MANY.has(role) && column.role === role) return { ...column, role: 'ignored' };
		if (
			alike &&
			scale &&
			own?.item &&
			column.item &&
			sameAnswers(own.item.scale, column.item.scale)
		) {
			return changed(column, { scale });
		}
		return column;
	});
}

/** The mapping with a field said to be a column, or (null) no column. */
export function withField(mapping: Mapping, role: FieldRole, index: number | null): Mapping {
	const columns =
		index === null
			? mapping.columns.map((column): ColumnMapping =>
					column.role === role ? { ...column, role: 'ignored' } : column
				)
			: changeColumn(mapping.columns, index, { role });
	return { ...mapping, columns };
}

/** A scale read the other way round: what was worst is best. */
export function reversed(scale: Scale): Partial<Scale> {
	const labels = scale.labels.toReversed();
	return {
		labels,
		topBox: labels.slice(labels.length - scale.topBox.length),
		direction: scale.direction === 'lower-better' ? 'higher-better' : 'lower-better'
	};
}

/** A scale with an answer set apart as not substantive, or taken back among the points. */
export function setApart(scale: Scale, answer: string, apart: boolean): Partial<Scale> {
	const labels = apart
		? scale.labels.filter((label) => label !== answer)
		: [...scale.labels, answer];
	const nonSubstantive = scale.nonSubstantive.filter((label) => label !== answer);
	return {
		labels,
		points: scale.points === 0 ? 0 : labels.length,
		topBox: scale.topBox.filter((label) => labels.includes(label)),
		nonSubstantive: apart ? [...nonSubstantive, answer] : nonSubstantive
	};
}

/** A scale with an answer counted as satisfied, or not. */
export const countAsTop = (scale: Scale, answer: string, top: boolean): Partial<Scale> => ({
	topBox: scale.labels.filter((label) => (label === answer ? top : scale.topBox.includes(label)))
});

/** Answers without an order read as a scale, in the order in which they stand; and the other way round. */
export function ordered(scale: Scale): Partial<Scale> {
	const { labels } = scale;
	if (scale.kind === 'ordinal')
		return { id: 'nominal', kind: 'nominal', points: 0, topBox: [], direction: 'none' };
	return {
		id: `points${labels.length}`,
		kind: 'ordinal',
		points: labels.length,
		topBox: topOf(labels),
		direction: 'higher-better'
	};
}

/** A scale with an answer one place better; as many answers as before count as satisfied. */
export function raised(scale: Scale, answer: string): Partial<Scale> {
	const at = scale.labels.indexOf(answer);
	const above = scale.labels[at + 1];
	if (at < 0 || above === undefined) return {};
	const labels = scale.labels.with(at, above).with(at + 1, answer);
	return { labels, topBox: labels.slice(labels.length - scale.topBox.length) };
}

/** A column with cells said to mean something else; undefined takes back what was said. */
export function withCorrections(
	column: ColumnMapping,
	changes: readonly (readonly [value: string, to: string | null | undefined])[]
): ColumnMapping {
	const all = new Map<string, string | null>(column.corrections);
	for (const [value, to] of changes) {
		if (to === undefined) all.delete(value);
		else all.set(value, to);
	}
	return { ...column, corrections: [...all] };
}
