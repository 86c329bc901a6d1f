import { toIpc, type TableRows } from '../../engine';
import type { SurveyRecords } from '../interpret/survey';
import type { Names } from './names';

/**
 * The house of each sheet, named by the number of its first sheet, so that no two batches share one; 0
 * where houses were not drawn. A sheet without a house is one of its own.
 */
export function clustersOf({ responses, waves }: SurveyRecords, firstId: number): Uint32Array {
	const first = new Map<string, number>();
	return Uint32Array.from(responses, ({ wave, cluster, quartier }, at) => {
		if (waves[wave]?.design?.drawn !== 'houses') return 0;
		if (cluster === '') return firstId + at;
		const key = JSON.stringify([wave, quartier, cluster]);
		const known = first.get(key) ?? firstId + at;
		first.set(key, known);
		return known;
	});
}

const u16 = (values: readonly number[]) =>
	({ type: 'u16', values: Uint16Array.from(values) }) as const;

/** The strata of waves that were drawn, and the cells of those whose weights were calibrated. */
export function designTables(
	records: SurveyRecords,
	waveIds: readonly number[],
	quartiere: ReadonlyMap<string, number>,
	names: Names
): TableRows[] {
	const strata = records.waves.flatMap(({ design }, place) => {
		if (!design) return [];
		const populations = new Map(design.populations);
		return [...quartiere].map(([name, quartier]) => ({
			wave: waveIds[place]!,
			quartier,
			houses: design.drawn === 'houses',
			population: populations.get(name) ?? null
		}));
	});
	const cells = records.calibrations.flatMap(({ wave, margins }) =>
		margins.flatMap(({ dimension, cells: all }, margin) => {
			const place = records.dimensions.indexOf(dimension);
			// A name that no sheet has would be one more category to choose and find nothing in.
			const occurring = new Set(
				records.responses.map(({ quartier, groups }) => (place < 0 ? quartier : groups[place]))
			);
			return all.flatMap(({ names: members }, cell) =>
				members
					.filter((name) => occurring.has(name))
					.map((name) => ({
						wave: waveIds[wave]!,
						margin,
						dimension,
						member:
							dimension === 'quartier'
								? (quartiere.get(name) ?? 0)
								: names.category(`group:${dimension}`, name),
						cell
					}))
			);
		})
	);
	const tables: TableRows[] = [];
	const { calibrations } = records;
	if (calibrations.length > 0)
		tables.push({
			table: 'calibration',
			ipc: toIpc({
				wave: u16(calibrations.map(({ wave }) => waveIds[wave]!)),
				rounds: { type: 'number', values: calibrations.map(({ rounds }) => rounds) },
				converged: { type: 'boolean', values: calibrations.map(({ converged }) => converged) },
				difference: { type: 'number', values: calibrations.map(({ difference }) => difference) },
				capped: { type: 'number', values: calibrations.map(({ capped }) => capped) },
				effective_size: {
					type: 'number',
					values: calibrations.map(({ effectiveSize }) => effectiveSize)
				},
				least: { type: 'number', values: calibrations.map(({ least }) => least) },
				most: { type: 'number', values: calibrations.map(({ most }) => most) },
				responses: { type: 'number', values: calibrations.map(({ responses }) => responses) },
				unknown: {
					type: 'number',
					values: calibrations.map(({ margins }) =>
						Math.max(...margins.map((margin) => margin.unknown))
					)
				},
				joined: {
					type: 'text',
					values: calibrations.map(({ margins }) =>
						JSON.stringify(
							margins.flatMap((margin) =>
								margin.cells.flatMap((cell) => (cell.names.length > 1 ? [cell.names] : []))
							)
						)
					)
				}
			})
		});
	if (strata.length > 0)
		tables.push({
			table: 'wave_stratum',
			ipc: toIpc({
				wave: u16(strata.map((row) => row.wave)),
				quartier: u16(strata.map((row) => row.quartier)),
				houses: { type: 'boolean', values: strata.map((row) => row.houses) },
				population: { type: 'number', values: strata.map((row) => row.population) }
			})
		});
	if (cells.length > 0)
		tables.push({
			table: 'calibration_cell',
			ipc: toIpc({
				wave: u16(cells.map((row) => row.wave)),
				margin: { type: 'u8', values: Uint8Array.from(cells, (row) => row.margin) },
				dimension: { type: 'text', values: cells.map((row) => row.dimension) },
				member: u16(cells.map((row) => row.member)),
				cell: u16(cells.map((row) => row.cell))
			})
		});
	return tables;
}

/**
 * Whether each sheet came after the middle of its wave, the day by which half of those with a day had
 * come; null without a day, and where all came on one day.
 */
export function lateOf({ responses, waves }: SurveyRecords): (boolean | null)[] {
	const middles = waves.map((_, wave) => {
		const days = responses
			.flatMap((one) => (one.wave === wave && one.received ? [one.received] : []))
			.sort();
		const middle = days[Math.floor((days.length - 1) / 2)];
		return middle === undefined || middle === days.at(-1) ? null : middle;
	});
	return responses.map(({ wave, received }) => {
		const middle = middles[wave] ?? null;
		return received === null || middle === null ? null : received > middle;
	});
}
