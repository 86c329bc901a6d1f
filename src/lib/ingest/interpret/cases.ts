import { Findings, type Finding, type FindingCode } from '../findings';
import type { TextTable } from '../table';
import { statusOf } from '../kinds';
import { columnOf, type Mapping } from '../mapping';
import {
	daysOf,
	duplicateReader,
	isTooLong,
	quartierReader,
	reader,
	type RowIndex
} from './common';
import { groupReaders } from './groups';

/** One case; days as ISO dates. `success` is null while the case is open or where no outcome is known. */
export type CaseRecord = {
	/** the pseudonym of its number; null where it has none */
	key: string | null;
	quartier: string;
	opened: string;
	closed: string | null;
	area: string | null;
	topic: string | null;
	access: string | null;
	workForm: string | null;
	outcome: string | null;
	/** why it was closed */
	reason: string | null;
	success: boolean | null;
	groups: (string | null)[];
};

export type CaseRecords = {
	kind: 'supportCase';
	dimensions: string[];
	cases: CaseRecord[];
	findings: Finding[];
};

/** Rows of a case list to cases. `today` (ISO) is the last day on which something can have happened. */
export function interpretCases(table: TextTable, mapping: Mapping, today: string): CaseRecords {
	const findings = new Findings();
	const quartier = quartierReader(table, mapping, findings);
	const isDuplicate = duplicateReader(table, mapping, findings);
	const date = reader(table, mapping, 'date');
	const end = reader(table, mapping, 'closed');
	const [starts, ends] = [
		daysOf(columnOf(mapping, 'date'), table, today),
		daysOf(columnOf(mapping, 'closed'), table, today)
	];
	const [begun, done] = [date.means(starts.parse), end.means(ends.parse)];
	const [startsOpen, endsOpen] = [new Set(starts.open), new Set(ends.open)];
	const status = reader(table, mapping, 'status');
	const stated = status.means(statusOf);
	const word = (role: Parameters<typeof reader>[2]) => {
		const { read } = reader(table, mapping, role);
		return (row: RowIndex) => read(row) || null;
	};
	const [area, topic, access, workForm, outcome, reason] = [
		word('area'),
		word('topic'),
		word('access'),
		word('workform'),
		word('outcome'),
		word('reason')
	];
	const key = word('id');
	const groups = groupReaders(table, mapping);
	const success = new Set(mapping.success);
	const cases: CaseRecord[] = [];

	/** The two days of a case, or null with a finding. */
	const days = (row: RowIndex): { opened: string; closed: string | null } | null => {
		const skip = (code: FindingCode, column: string, cell: string, other?: string) => {
			findings.add(code, 'row-skipped', table.lines[row]!, column, cell, other);
			return null;
		};
		const [from, to] = [date.read(row), end.read(row)];
		const opened = begun(row);
		if (opened === null)
			return skip(
				startsOpen.has(from) ? 'date_order_open' : 'opened_unreadable',
				date.heading,
				from
			);
		if (opened > today) return skip('date_in_future', date.heading, from);
		const closed = done(row);
		if (to !== '' && closed === null)
			return skip(endsOpen.has(to) ? 'date_order_open' : 'closed_unreadable', end.heading, to);
		if (closed !== null && closed < opened)
			return skip('closed_before_opened', end.heading, to, from);
		if (closed !== null && closed > today) return skip('date_in_future', end.heading, to);
		return { opened, closed };
	};

	/** Names a case whose status says something else than its day of closing, by which it is counted. */
	const checkStatus = (row: RowIndex, closed: string | null) => {
		const says = stated(row);
		if (says === null || end.heading === '' || (says === 'closed') === (closed !== null)) return;
		findings.add(
			'status_contradicts',
			'note',
			table.lines[row]!,
			end.heading,
			end.read(row),
			status.read(row)
		);
	};

	for (let row = 0; row < table.lines.length; row++) {
		if (isTooLong(row, table, findings) || isDuplicate(row)) continue;
		const where = quartier(row);
		const when = where === null ? null : days(row);
		if (where === null || when === null) continue;
		checkStatus(row, when.closed);
		const result = outcome(row);
		cases.push({
			key: key(row),
			quartier: where,
			...when,
			area: area(row),
			topic: topic(row),
			access: access(row),
			workForm: workForm(row),
			outcome: result,
			reason: reason(row),
			success: when.closed === null || result === null ? null : success.has(result),
			groups: groups.map((group) => group.read(row))
		});
	}
	return {
		kind: 'supportCase',
		dimensions: groups.map((group) => group.dimension),
		cases,
		findings: findings.all
	};
}
