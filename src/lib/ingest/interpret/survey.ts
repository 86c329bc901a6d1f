import { ASKED, labelValues, type Item } from '../../domain';
import { Findings, type Finding } from '../findings';
import { columnOf, type Mapping } from '../mapping';
import type { TextTable } from '../table';
import { numberFormat, parseDate, parseNumber } from '../values';
import { normalise } from '../words';
import {
	duplicateReader,
	isTooLong,
	quartierReader,
	reader,
	type ItemReader,
	type Row
} from './common';
import { groupReaders } from './groups';
import { multipleReaders } from './multiple';

/**
 * One answer sheet. `values` has one number per item, NaN where there is no substantive answer, and
 * `ASKED` where several could be chosen.
 */
export type Sheet = {
	quartier: string;
	wave: number;
	weight: number;
	groups: (string | null)[];
	values: Float64Array;
	/** per item the answers chosen, where several could be: their places from 1; null for other items and who was not asked */
	chosen: (readonly number[] | null)[];
};

export type SurveyRecords = {
	kind: 'survey';
	items: Item[];
	waves: Mapping['waves'];
	dimensions: string[];
	sheets: Sheet[];
	findings: Finding[];
};

/**
 * Value of an answer: numbers as they are, ordered words as their point (1 the worst), words without
 * an order as their place in the list; NaN for answers without substance; undefined for unknown ones.
 */
export function answerValues(item: Item): (cell: string) => number | undefined {
	const { scale } = item;
	const known = new Map<string, number>([['', NaN]]);
	for (const code of scale.nonSubstantive) known.set(code, NaN);
	const values = labelValues(scale);
	scale.labels.forEach((label, index) => known.set(label, values[index] ?? NaN));
	// `ja` and `Ja` are the same answer; what stands in the scale to the letter comes first.
	const loosely = new Map([...known].map(([label, value]) => [normalise(label), value]));
	return (cell) => known.get(cell) ?? loosely.get(normalise(cell));
}

function itemReaders(table: TextTable, mapping: Mapping, findings: Findings): ItemReader[] {
	const items = mapping.columns.filter((column) => column.role === 'item' && column.item);
	const single = items
		.filter((column) => column.item?.scale.kind !== 'multiple')
		.map((column) => {
			const item = column.item as Item;
			const known = answerValues(item);
			const cells = () => table.rows.map((row) => row.cells[column.index] ?? '');
			const format = item.scale.kind === 'numeric' ? numberFormat(cells()) : 'english';
			const read = (row: Row): number => {
				const cell = row.cells[column.index] ?? '';
				const value = known(cell);
				if (value !== undefined) return value;
				const number = item.scale.kind === 'numeric' ? parseNumber(cell, format) : null;
				if (number === null) {
					findings.add('answer_unknown', 'value-missing', row.line, column.heading, cell);
				}
				return number ?? NaN;
			};
			return { item, read };
		});
	const several = items.filter((column) => column.item?.scale.kind === 'multiple');
	return [...single, ...multipleReaders(several, findings)];
}

function weightReader(
	table: TextTable,
	mapping: Mapping,
	findings: Findings
): (row: Row) => number | null {
	const column = columnOf(mapping, 'weight');
	if (!column) return () => 1;
	const format = numberFormat(table.rows.map((row) => row.cells[column.index] ?? ''));
	return (row) => {
		const cell = row.cells[column.index] ?? '';
		const weight = parseNumber(cell, format);
		if (weight !== null && weight > 0) return weight;
		findings.add('weight_unreadable', 'row-skipped', row.line, column.heading, cell);
		return null;
	};
}

function answersIn(row: Row, items: readonly ItemReader[]): Pick<Sheet, 'values' | 'chosen'> {
	const chosen = items.map((item) => ('chosen' in item ? item.chosen(row) : null));
	const values = Float64Array.from(items, (item, index) =>
		'read' in item ? item.read(row) : chosen[index] ? ASKED : NaN
	);
	return { values, chosen };
}

/** LimeSurvey's day of submission: who began and did not finish has none. */
const SUBMITTED = /^(submitdate(\. .*)?|datum abgeschickt|date submitted)$/i;

/** Names sheets that were begun and not finished: they count, unless the user leaves them out. */
function partialReader(mapping: Mapping, findings: Findings): (row: Row) => void {
	const column = mapping.columns.find(({ heading }) => SUBMITTED.test(heading));
	if (mapping.tool !== 'limesurvey' || !column) return () => undefined;
	return (row) => {
		if ((row.cells[column.index] ?? '') === '')
			findings.add('partial_sheet', 'note', row.line, column.heading, '');
	};
}

/** Rows of a survey to answer sheets. Nothing is thrown: what cannot be used is a finding. */
export function interpretSurvey(table: TextTable, mapping: Mapping): SurveyRecords {
	const findings = new Findings();
	const quartier = quartierReader(mapping, findings);
	const isDuplicate = duplicateReader(mapping, findings);
	const wave = reader(mapping, 'wave');
	const date = reader(mapping, 'date');
	const weight = weightReader(table, mapping, findings);
	const items = itemReaders(table, mapping, findings);
	const groups = groupReaders(mapping);
	const isPartial = partialReader(mapping, findings);
	const waveIndex = new Map(mapping.waves.map(({ key }, index) => [key, index]));
	const sheets: Sheet[] = [];

	for (const row of table.rows) {
		if (isTooLong(row, table, findings) || isDuplicate(row)) continue;
		const where = quartier(row);
		if (where === null) continue;
		const when = waveIndex.get(wave.read(row));
		if (when === undefined) {
			findings.add('wave_missing', 'row-skipped', row.line, wave.heading, wave.read(row));
			continue;
		}
		const counted = weight(row);
		if (counted === null) continue;
		isPartial(row);
		const day = date.read(row);
		if (day !== '' && parseDate(day) === null) {
			findings.add('date_unreadable', 'note', row.line, date.heading, day);
		}
		sheets.push({
			quartier: where,
			wave: when,
			weight: counted,
			groups: groups.map((group) => group.read(row)),
			...answersIn(row, items)
		});
	}
	return {
		kind: 'survey',
		items: items.map(({ item }) => item),
		waves: mapping.waves,
		dimensions: groups.map((group) => group.dimension),
		sheets,
		findings: findings.all
	};
}
