import { basename } from 'node:path';
import type { ColumnMapping, Mapping, Recognised } from '$lib/ingest';
import { columnNamed, groupName } from './columns';
import { designFor } from './design';
import { itemNamed } from './item';
import type { RakeMargin } from './margins';
import type { EvaluateArguments } from './options';

/** A name that no file gives its Quartier: the whole file is one sample. */
const WHOLE = 'file';

/** A mapping that takes the named columns and nothing else: one wave, one Quartier, every row a sheet. */
export function mappingFor(
	args: EvaluateArguments,
	recognised: Recognised,
	margins: readonly RakeMargin[]
): Mapping {
	const { mapping } = recognised;
	const file = basename(args.path);
	const named = (name: string) => columnNamed(name, file, recognised);
	const asked = itemNamed(args.item, args, recognised);
	const denominator = args.denominator ? itemNamed(args.denominator, args, recognised) : undefined;
	const groups = new Set([
		...args.by,
		...args.where.map((one) => one.column),
		...(args.compare ? [args.compare] : []),
		...margins.map((one) => one.column)
	]);
	const certain = true;
	// A question with a column for each option is asked in all of them.
	const siblings = mapping.columns.filter(
		(column) => asked.option && column.option && column.item?.group === asked.item.group
	);
	const spread = [
		asked,
		...siblings
			.filter(({ index }) => index !== asked.index)
			.map((column) => ({ ...column, item: { ...(column.item ?? asked.item), ...asked.item } })),
		...(denominator && denominator.index !== asked.index ? [denominator] : [])
	];
	const columns: ColumnMapping[] = [
		...spread.map((column): ColumnMapping => ({ ...column, role: 'item' })),
		...[...groups].map((name): ColumnMapping => {
			const { index, heading } = named(name);
			return {
				index,
				heading,
				role: 'demography',
				group: groupName(name),
				verbatim: true,
				certain
			};
		}),
		...(args.weight ? [{ ...named(args.weight), role: 'weight' as const, certain }] : [])
	];
	const design = designFor(args, recognised, named);
	return {
		...mapping,
		kind: 'survey',
		columns: [...columns, ...design.columns],
		...(args.stratum ? { quartierForAll: undefined } : { quartierForAll: WHOLE }),
		waves: [
			{
				key: '',
				name: WHOLE,
				from: '2000-01-01',
				to: '2000-12-31',
				...design.wave,
				...(margins.length > 0
					? {
							weighting: {
								margins: margins.map(({ column, populations }) => ({
									dimension: groupName(column),
									populations
								}))
							}
						}
					: {})
			}
		],
		quartierNames: design.quartierNames
	};
}
