import { isSettled } from '../domain';
import { itemOf } from './mapping';
import type { Recognised } from './read';
import { columnValues } from './table';
import { numberReading } from './values';

/** What was recognised in a file, as the command line prints it. */
export function describe(file: string, { table, mapping, kindSure }: Recognised) {
	return {
		file,
		kind: mapping.kind,
		kindCertain: kindSure,
		tool: mapping.tool,
		encoding: mapping.encoding,
		separator: table.separator,
		...(mapping.sheet === undefined ? {} : { sheet: mapping.sheet }),
		headerRows: mapping.headerRows,
		rows: table.lines.length,
		leftOut: (table.leftOut ?? []).map(({ line, why }) => ({ line, why })),
		columns: mapping.columns.map((column) => {
			const { index, heading, role, certain, battery, evidence = [], option, dropped } = column;
			const item = itemOf(column);
			return {
				index,
				heading,
				role,
				certain,
				settled: item ? certain && isSettled(item.scale) : certain,
				battery: battery ?? null,
				evidence,
				...(item
					? {
							item: {
								kind: item.scale.kind,
								code: item.code,
								text: item.text,
								topic: item.topic,
								group: item.group ?? null,
								scale: item.scale.id,
								points: item.scale.points,
								labels: item.scale.labels,
								topBox: item.scale.topBox,
								direction: item.scale.direction,
								nonSubstantive: item.scale.nonSubstantive,
								...(item.scale.kind === 'numeric'
									? { unit: numberReading(columnValues(table, index)).unit }
									: {}),
								...(option ? { option: option.label } : {})
							}
						}
					: {}),
				...(dropped ? { dropped } : {})
			};
		})
	};
}
