import type { ColumnMapping, Mapping } from './mapping';

/** The column as a person confirms it: what it is, and what its answers mean, is settled. */
export function confirmed(column: ColumnMapping): ColumnMapping {
	const { item, evidence = [] } = column;
	return {
		...column,
		certain: true,
		evidence: [...new Set([...evidence, 'person' as const])],
		...(item ? { item: { ...item, scale: { ...item.scale, settled: true } } } : {})
	};
}

/** The mapping with every item, and who is young, taken as it is suggested: what somebody does who has looked at all of them. */
export const confirmedItems = (mapping: Mapping): Mapping => ({
	...mapping,
	columns: mapping.columns.map((column) =>
		column.role === 'item' || column.young ? confirmed(column) : column
	)
});

/** The mapping with what people wrote in their own words taken in as open answers: for files in which it is made up. */
export const withOpenAnswers = (mapping: Mapping): Mapping => ({
	...mapping,
	columns: mapping.columns.map((column) =>
		column.role === 'text' ? { ...column, role: 'opentext' as const } : column
	)
});
