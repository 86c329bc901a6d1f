import { fail } from '$lib/domain';
import {
	cellAt,
	numberFormat,
	parseNumber,
	type ColumnMapping,
	type Mapping,
	type Records,
	type Recognised
} from '$lib/ingest';
import type { EvaluateArguments } from './options';

/** The columns, the wave and the names of strata that a design adds to a mapping. */
type DesignParts = {
	columns: ColumnMapping[];
	wave: Pick<Mapping['waves'][number], 'design'>;
	quartierNames: Mapping['quartierNames'];
};

/** A name for each stratum that no two share, however alike they are spelt. */
const stratumNames = (spellings: readonly string[]): Map<string, string> =>
	new Map([...new Set(spellings)].map((spelling, place) => [spelling, `${place + 1} ${spelling}`]));

/**
 * The design that the options name: a stratum is a Quartier, a cluster a house, and the population of
 * the first stage that of the stratum.
 *
 * @throws ProblemError `population_unreadable`, `population_differs`
 */
export function designFor(
	args: EvaluateArguments,
	{ table }: Recognised,
	named: (name: string) => ColumnMapping
): DesignParts {
	const certain = true;
	const cells = ({ index }: ColumnMapping): string[] =>
		Array.from(table.lines, (_, row) => cellAt(table.columns[index], row));
	const stratum = args.stratum === undefined ? undefined : named(args.stratum);
	const cluster = args.cluster === undefined ? undefined : named(args.cluster);
	const spellings = stratum ? cells(stratum) : Array.from(table.lines, () => '');
	const names = stratum ? stratumNames(spellings) : new Map([['', 'file']]);
	const columns: ColumnMapping[] = [
		...(stratum ? [{ ...stratum, role: 'quartier' as const, certain }] : []),
		...(cluster ? [{ ...cluster, role: 'cluster' as const, certain }] : [])
	];
	if (!stratum && !cluster && args.population === undefined)
		return { columns, wave: {}, quartierNames: [] };
	const populations = new Map<string, number>();
	if (args.population !== undefined) {
		const column = named(args.population);
		const own = cells(column);
		const format = numberFormat([...new Set(own)]);
		own.forEach((cell, row) => {
			const place = { row: table.lines[row] ?? 0, column: column.heading };
			const population = parseNumber(cell, format);
			if (population === null || !(population > 0))
				return fail('population_unreadable', { value: cell }, place);
			const name = names.get(spellings[row] ?? '') ?? '';
			if ((populations.get(name) ?? population) !== population)
				fail('population_differs', { stratum: spellings[row] ?? '' }, place);
			populations.set(name, population);
		});
	}
	return {
		columns,
		wave: {
			design: {
				drawn: cluster ? 'houses' : 'households',
				...(populations.size > 0 ? { populations: [...populations] } : {})
			}
		},
		quartierNames: stratum ? [...names] : []
	};
}

/** A weight or a stratum that cannot be read, or weights that meet no margin, would silently change every figure. */
export function refuseBadDesign(records: Records): void {
	const bad = (code: string) => records.findings.find((finding) => finding.code === code);
	const weight = bad('weight_unreadable');
	if (weight)
		fail(
			'bad_weight',
			{ value: weight.value },
			{ row: weight.lines[0] ?? 0, column: weight.column }
		);
	const stratum = bad('quartier_missing');
	if (stratum) fail('stratum_missing', {}, { row: stratum.lines[0] ?? 0, column: stratum.column });
	if (records.kind !== 'survey') return;
	for (const { margins, converged, difference } of records.calibrations) {
		const margin = margins.find(({ unknown }) => unknown > 0);
		if (margin)
			fail('rake_unknown', {
				column: margin.dimension.replace(/^column /, ''),
				sheets: margin.unknown
			});
		if (!converged) fail('rake_not_converged', { difference: difference.toPrecision(2) });
	}
}
