import { labelValues, type Item, type SurveyResponse } from '../../domain';
import { Findings, type Finding } from '../findings';
import { masked } from '../mask';
import { columnOf, itemOf, type Mapping } from '../mapping';
import type { TextTable } from '../table';
import { numberReading } from '../values';
import { byWord, cellAt } from '../columns';
import { normalise } from '../words';
import {
	askedReader,
	daysOf,
	duplicateReader,
	isTooLong,
	quartierReader,
	reader,
	type Answers,
	type ItemReader,
	type RowIndex
} from './common';
import { groupReaders } from './groups';
import { multipleReaders } from './multiple';
import { calibrate, weighByDesign, type CalibrationReport } from './weighting';

export type SurveyRecords = {
	kind: 'survey';
	/** `continues`: the key of the earlier item that one goes on from */
	items: ({ item: Item; continues?: string | undefined } & Answers)[];
	waves: Mapping['waves'];
	/** the weights of waves that were calibrated to known margins */
	calibrations: CalibrationReport[];
	dimensions: string[];
	responses: SurveyResponse[];
	/** open answers that the user keeps, by sheet; '' where there is none */
	texts: { question: string; answers: string[] }[];
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
			const item = itemOf(column) as Item;
			const known = answerValues(item);
			const isNumeric = item.scale.kind === 'numeric';
			const { words, codes } = table.columns[column.index] ?? { words: [], codes: [] };
			const numbers = isNumeric
				? numberReading(words.filter((cell) => known(cell) === undefined))
				: null;
			const means = words.map((cell) => known(cell) ?? numbers?.parse(cell) ?? null);
			const isUnknown = Uint8Array.from(means, (value) => (value === null ? 1 : 0));
			const values = Float64Array.from(means, (value) => value ?? NaN);
			const isAsked = askedReader(table, column);
			const answers = (rows: readonly RowIndex[]) => {
				const found = new Float64Array(rows.length).fill(NaN);
				for (let at = 0; at < rows.length; at++) {
					const code = codes[rows[at]!]!;
					if (isAsked?.(rows[at]!) === false) {
						// What stands there all the same was not asked, and does not count.
						if (!Number.isNaN(values[code]!))
							findings.add(
								'answer_not_asked',
								'value-missing',
								table.lines[rows[at]!]!,
								column.heading,
								words[code] ?? ''
							);
						continue;
					}
					found[at] = values[code]!;
					if (isUnknown[code] !== 1) continue;
					const [line, cell] = [table.lines[rows[at]!]!, words[code] ?? ''];
					const isRough = numbers !== null && numbers.roughly(cell) !== null;
					const what = isRough ? 'number_rough' : 'answer_unknown';
					findings.add(what, 'value-missing', line, column.heading, cell);
				}
				return { values: found, chosen: null };
			};
			return { item, continues: column.continues?.key, answers };
		});
	const several = items.filter((column) => column.item?.scale.kind === 'multiple');
	return [...single, ...multipleReaders(table, several, findings)];
}

function weightReader(
	table: TextTable,
	mapping: Mapping,
	findings: Findings
): (row: RowIndex) => number | null {
	const column = columnOf(mapping, 'weight');
	if (!column) return () => 1;
	const source = table.columns[column.index];
	const means = byWord(source, numberReading(source?.words ?? []).parse);
	return (row) => {
		const weight = means(row);
		if (weight !== null && weight > 0) return weight;
		const cell = cellAt(source, row);
		findings.add('weight_unreadable', 'row-skipped', table.lines[row]!, column.heading, cell);
		return null;
	};
}

/** LimeSurvey's day of submission: who began and did not finish has none. */
const SUBMITTED = /^(submitdate(\. .*)?|datum abgeschickt|date submitted)$/i;

/** Names responses that were begun and not finished: they count, unless the user leaves them out. */
function partialReader(
	table: TextTable,
	mapping: Mapping,
	findings: Findings
): (row: RowIndex) => void {
	const column = mapping.columns.find(({ heading }) => SUBMITTED.test(heading));
	if (mapping.tool !== 'limesurvey' || !column) return () => undefined;
	return (row) => {
		if (cellAt(table.columns[column.index], row) === '')
			findings.add('partial_sheet', 'note', table.lines[row]!, column.heading, '');
	};
}

/** Rows of a survey to responses. Nothing is thrown: what cannot be used is a finding. */
export function interpretSurvey(table: TextTable, mapping: Mapping): SurveyRecords {
	const findings = new Findings();
	const quartier = quartierReader(table, mapping, findings);
	const isDuplicate = duplicateReader(table, mapping, findings);
	const wave = reader(table, mapping, 'wave');
	const date = reader(table, mapping, 'date');
	const days = daysOf(columnOf(mapping, 'date'), table);
	const receivedOn = date.means(days.parse);
	const openDays = new Set(days.open);
	const weight = weightReader(table, mapping, findings);
	const cluster = reader(table, mapping, 'cluster');
	const items = itemReaders(table, mapping, findings);
	const groups = groupReaders(table, mapping);
	const isPartial = partialReader(table, mapping, findings);
	const waveIndex = new Map(mapping.waves.map(({ key }, index) => [key, index]));
	const responses: SurveyResponse[] = [];
	/** rows that are a sheet */
	const rows: RowIndex[] = [];

	const waveOf = wave.means((cell) => waveIndex.get(cell));
	for (let row = 0; row < table.lines.length; row++) {
		if (isTooLong(row, table, findings) || isDuplicate(row)) continue;
		const where = quartier(row);
		if (where === null) continue;
		const when = waveOf(row);
		if (when === undefined) {
			findings.add('wave_missing', 'row-skipped', table.lines[row]!, wave.heading, wave.read(row));
			continue;
		}
		const counted = weight(row);
		if (counted === null) continue;
		isPartial(row);
		const received = receivedOn(row);
		const day = received === null ? date.read(row) : '';
		if (day !== '') {
			const what = openDays.has(day) ? 'date_order_open' : 'date_unreadable';
			findings.add(what, 'note', table.lines[row]!, date.heading, day);
		}
		responses.push({
			quartier: where,
			wave: when,
			weight: counted,
			cluster: cluster.read(row),
			received,
			groups: groups.map((group) => group.read(row))
		});
		rows.push(row);
	}
	const dimensions = groups.map((group) => group.dimension);
	if (!columnOf(mapping, 'weight')) weighByDesign(responses, mapping.waves);
	const calibrations = calibrate(responses, dimensions, mapping.waves);
	return {
		kind: 'survey',
		calibrations,
		items: items.map(({ item, continues, answers }) => ({ item, continues, ...answers(rows) })),
		waves: mapping.waves,
		dimensions,
		responses,
		texts: mapping.columns
			.filter(({ role }) => role === 'opentext')
			.map(({ index, heading }) => ({
				question: heading,
				answers: rows.map(byWord(table.columns[index], masked))
			})),
		findings: findings.all
	};
}
