import { hasPart } from './kept';
import { bandsOf, BORN, type ColumnMapping, type Mapping } from './mapping';
import { OTHER_WORDS } from './delimited-answers';

/**
 * The mapping of a file that is read once more, as it was confirmed for the batch that it became: by the
 * names of the columns, those of one name in their order. Columns that were not stored have no part in
 * figures until the user gives them one.
 */
export function withKept(fresh: Mapping, kept: Mapping): Mapping {
	const waiting = new Map<string, ColumnMapping[]>();
	for (const column of kept.columns)
		waiting.set(column.heading, [...(waiting.get(column.heading) ?? []), column]);
	const places = new Map<number, number>();
	const taken = fresh.columns.map((column): ColumnMapping => {
		const own = waiting.get(column.heading)?.shift();
		if (!own) {
			const { index, heading, certain } = column;
			return hasPart(fresh, column) ? { index, heading, role: 'ignored', certain } : column;
		}
		places.set(own.index, column.index);
		// A batch holds the groups that bands made of numbers or days of birth; the file has these.
		const isGroup = own.role === 'demography';
		const isBorn = isGroup && column.dropped === 'birth';
		const bands = isBorn ? BORN : isGroup ? bandsOf(column) : {};
		return { ...own, index: column.index, ...bands };
	});
	const columns = taken.map((column): ColumnMapping => {
		if (!column.askedIf) return column;
		const index = places.get(column.askedIf.index);
		const { askedIf, ...rest } = column;
		return index === undefined ? rest : { ...rest, askedIf: { ...askedIf, index } };
	});
	const { waves, success, quartierForAll, yearForAll } = kept;
	return {
		...fresh,
		columns,
		waves,
		success,
		quartierNames: kept.quartierNames.filter(([spelling]) => spelling !== OTHER_WORDS),
		...(quartierForAll === undefined ? {} : { quartierForAll }),
		...(yearForAll === undefined ? {} : { yearForAll })
	};
}
