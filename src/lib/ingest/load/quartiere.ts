import { toIpc, type TableRows } from '../../engine';
import type { QuartierRecord } from '../interpret/quartiere';
import type { Names } from './names';

/** Master data to rows of `quartier_year`; of two rows for one Quartier and year the later one holds. */
export function quartierTables(records: readonly QuartierRecord[], names: Names): TableRows[] {
	const newest = new Map(
		records.map((record) => [`${names.quartier(record.name, record.city)} ${record.year}`, record])
	);
	const rows = [...newest.values()];
	return [
		{
			table: 'quartier_year',
			ipc: toIpc({
				quartier: {
					type: 'u16',
					values: Uint16Array.from(rows, (row) => names.quartier(row.name, row.city))
				},
				year: { type: 'u16', values: Uint16Array.from(rows, (row) => row.year) },
				dwellings: { type: 'u32', values: Uint32Array.from(rows, (row) => row.dwellings) },
				households: { type: 'number', values: rows.map((row) => row.households) }
			})
		}
	];
}
