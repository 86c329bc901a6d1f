import type { CategoryDimension } from '../../domain';
import { toIpc, type TableRows } from '../../engine';
import type { CaseRecord, CaseRecords } from '../interpret/cases';
import type { Names } from './names';

/** Cases to rows of `support_case`. */
export function caseTables(records: CaseRecords, names: Names, firstId: number): TableRows[] {
	const { cases } = records;
	const category = (dimension: CategoryDimension, read: (one: CaseRecord) => string | null) => ({
		type: 'number' as const,
		values: cases.map((one) => {
			const name = read(one);
			return name === null ? null : names.category(dimension, name);
		})
	});
	return [
		{
			table: 'support_case',
			ipc: toIpc({
				case_key: { type: 'text', values: cases.map((one) => one.key) },
				id: { type: 'u32', values: Uint32Array.from(cases, (_, position) => firstId + position) },
				quartier: {
					type: 'u16',
					values: Uint16Array.from(cases, (one) => names.quartier(one.quartier))
				},
				opened: { type: 'date', values: cases.map((one) => one.opened) },
				closed: { type: 'date', values: cases.map((one) => one.closed) },
				area: category('area', (one) => one.area),
				topic: category('caseTopic', (one) => one.topic),
				access: category('access', (one) => one.access),
				work_form: category('workForm', (one) => one.workForm),
				outcome: category('outcome', (one) => one.outcome),
				reason: category('closingReason', (one) => one.reason),
				success: { type: 'boolean', values: cases.map((one) => one.success) },
				profile: {
					type: 'u32',
					values: Uint32Array.from(cases, (one) => names.profileOf(records.dimensions, one.groups))
				}
			})
		}
	];
}
