import type { Field } from './codebooks';
import { confirmedColumn } from './confirmed';
import { alikeInBatteries } from './batteries';
import type { Format, Heading } from './formats';
import {
	assignFields,
	looksLikeStatus,
	looksLikeSuccess,
	recogniseKind,
	type Kind,
	type RecognisedKind
} from './kinds';
import { headingsOf, itemFor } from './item-for';
import { bandsOf, type ColumnMapping, type Mapping, type Role } from './mapping';
import { suggestTicks } from './multiple';
import type { Encoding } from './decode';
import { columnValues, formatOfTable, type TextTable } from './table';
import { looksLikeQuartier } from './quartiere';
import { suggestWaves } from './waves';
import { suggestColumn } from './suggest-column';

/** Groups by which everything can be filtered are proposed at most so many: those named first. */
const MOST_GROUPS = 6;

/** The columns with the groups beyond the first few as the questions that they are. */
function fewGroups(
	columns: readonly ColumnMapping[],
	asItem: (column: ColumnMapping) => ColumnMapping
): ColumnMapping[] {
	let groups = 0;
	return columns.map((column) =>
		column.role === 'demography' && ++groups > MOST_GROUPS && !column.evidence?.includes('earlier')
			? asItem(column)
			: column
	);
}

/** The column as it was confirmed before, else as suggested. What is personal stays out in any case. */
function confirmedOr(
	column: ColumnMapping,
	headings: readonly Heading[],
	fields: readonly (Field | undefined)[],
	table: TextTable
): ColumnMapping {
	const heading = headings[column.index];
	const field = fields[column.index];
	if (!heading || !field?.['quartierspiegel:role']) return column;
	// Of days of birth nothing personal is kept where their bands were asked for.
	const isBorn = column.dropped === 'birth' && field['quartierspiegel:born'];
	if (column.role === 'dropped' && !isBorn) return column;
	const base: ColumnMapping = {
		index: column.index,
		heading: column.heading,
		role: 'ignored',
		certain: true
	};
	const distinct = [...columnValues(table, column.index).keys()];
	const confirmed = confirmedColumn(base, heading, field, distinct) ?? column;
	// A batch that was assigned anew has the bands already and names none; this file has ages again.
	const isGroup = confirmed.role === 'demography' && column.role === 'demography';
	return isGroup && !confirmed.bands ? { ...confirmed, ...bandsOf(column) } : confirmed;
}

/** The column with the filter question that the codebook names, where the file has it with such an answer. */
function withFilter(
	column: ColumnMapping,
	headings: readonly Heading[],
	fields: readonly (Field | undefined)[],
	table: TextTable
): ColumnMapping {
	const filter = fields[column.index]?.['quartierspiegel:askedIf'];
	if (!filter || column.role !== 'item') return column;
	const index = headings.findIndex(({ code, heading }) => [code, heading].includes(filter.name));
	const there = columnValues(table, index);
	const values = filter.values.filter((value) => there.has(value));
	return values.length === 0 ? column : { ...column, askedIf: { index, values } };
}

const kinds = new WeakMap<TextTable, RecognisedKind>();

/** What a file holds, and whether that has to be asked: its tool says it, or its columns do. */
function kindOf(
	table: TextTable,
	{ tool }: Format,
	headings: readonly Heading[],
	said: Kind | undefined
): RecognisedKind {
	if (said) return { kind: said, sure: true };
	if (tool !== 'csv') return { kind: 'survey', sure: true };
	const found =
		kinds.get(table) ??
		recogniseKind(
			headings.map(({ heading, code }, index) => ({
				heading,
				code,
				counts: columnValues(table, index)
			}))
		);
	kinds.set(table, found);
	return found;
}

/** Whether the columns say what a file holds, or a person did; else it has to be asked. */
export function isKindSure(table: TextTable, override: { kind?: Kind | undefined }): boolean {
	const format = formatOfTable(table);
	return kindOf(table, format, headingsOf(table, format).headings, override.kind).sure;
}

/** Rows of which fewer than this share have a value of their own are not told apart by it. */
const UNIQUE = 0.5;

/** The roles that headings claim for their columns: by the line above them, else by their words within it. */
function claimsOf(kind: Kind, headings: readonly Heading[], table: TextTable): Map<number, string> {
	const nothing = { heading: '', code: '' };
	const named = assignFields(
		kind,
		headings.map((heading) => (heading.role ? nothing : heading))
	);
	const taken = new Set([...named.values()].map(({ role }) => role));
	const worded = assignFields(
		kind,
		headings.map(({ role, group, text, code, heading }, index) =>
			role || group !== undefined || text === heading || named.has(index) || table.tool === 'spss'
				? nothing
				: { heading: text, code }
		)
	);
	const claims = new Map<number, string>();
	for (const [index, { role }] of named) claims.set(index, role);
	for (const [index, { role }] of worded) if (!taken.has(role)) claims.set(index, role);
	for (const [index, role] of claims) {
		const isShared = columnValues(table, index).size < UNIQUE * table.lines.length;
		// A running number that begins again for each place is none.
		if (role === 'id' && kind === 'survey' && isShared) claims.set(index, 'ignored');
	}
	return claims;
}

/** Columns that no heading names, by what stands in them: the places of a file, and the status of its cases. */
function byValues(kind: Kind, columns: ColumnMapping[], table: TextTable): ColumnMapping[] {
	const isFree = ({ role, item, option }: ColumnMapping) =>
		role === 'ignored' || role === 'text' || (item?.scale.kind === 'nominal' && !option);
	const found = (role: Role, looks: (counts: ReadonlyMap<string, number>) => boolean) =>
		columns.some((column) => column.role === role)
			? undefined
			: columns.find((column) => isFree(column) && looks(columnValues(table, column.index)))?.index;
	const status = kind === 'supportCase' ? found('status', looksLikeStatus) : undefined;
	const places = kind === 'survey' || kind === 'supportCase';
	const quartier = places
		? found('quartier', (counts) => looksLikeQuartier(counts, []))
		: undefined;
	return columns.map((column): ColumnMapping => {
		const { index, heading } = column;
		const inRole = { index, heading, certain: false, evidence: ['values' as const] };
		if (index === quartier) return { ...inRole, role: 'quartier' };
		return index === status ? { ...inRole, role: 'status', certain: true } : column;
	});
}

/** Everything that can be known about a file without asking: a mapping to be confirmed. */
export function suggestMapping(
	table: TextTable,
	source: { encoding: Encoding | null; sheet?: string },
	override: { kind?: Kind | undefined } = {}
): Mapping {
	const format = formatOfTable(table);
	const { headings, fields } = headingsOf(table, format);
	const { kind } = kindOf(table, format, headings, override.kind);
	const claimed = claimsOf(kind, headings, table);
	const columns = byValues(
		kind,
		headings.map((heading, index) =>
			suggestColumn(kind, heading, index, claimed.get(index), table, format, fields[index])
		),
		table
	);
	const outcome = columns.find((column) => column.role === 'outcome');
	const suggested =
		kind === 'survey'
			? suggestTicks(alikeInBatteries(columns, headings, table, format), headings, table, format)
			: columns;
	const settled = suggested
		.map((column) => confirmedOr(column, headings, fields, table))
		.map((column) => withFilter(column, headings, fields, table));
	const mapping: Mapping = {
		kind,
		// A workbook that no tool claims was made in Excel.
		tool: format.tool === 'csv' && source.sheet !== undefined ? 'excel' : format.tool,
		...source,
		separator: table.separator,
		headerRow: table.headerRow,
		headerRows: table.head.length,
		columns: settled,
		waves: [],
		quartierNames: [],
		success: outcome ? [...columnValues(table, outcome.index).keys()].filter(looksLikeSuccess) : []
	};
	if (kind !== 'survey') return mapping;
	const asked = {
		...mapping,
		columns: fewGroups(settled, ({ index }) => itemFor(table, mapping, index))
	};
	return { ...asked, waves: suggestWaves(asked, table) };
}
