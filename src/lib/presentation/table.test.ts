import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { describeChart } from './describe';
import { chartModel } from './model';
import { dataTable } from './table';
import { absent, change, estimate, resultOf, row } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

const result = resultOf([
	row('satisfied-overall', { contrast: 'self' }, estimate(0.712345, 0.05, 1214), change(0.09)),
	row('satisfied-overall', { contrast: 'rest' }, estimate(0.62, 0.01, 20, 'uncertain')),
	row('new-cases', { contrast: 'self' }, absent('small-cell')),
	row('satisfied-overall', { 'group:age': 'unter 30' }, absent('small-cell')),
	row('index-safety', { 'group:age': '30 bis 44' }, absent('complementary')),
	row('index-safety', { 'group:age': '65 und älter' }, absent('no-base'))
]);

describe('dataTable', () => {
	const { columns, rows, rawColumns } = dataTable(
		chartModel('dots', result, { quartier: 'Lebenstedt' })
	);

	it('says everything in words', () => {
		expect(columns).toEqual([
			'Gebiet',
			'Alter',
			'Kennzahl',
			'Wert',
			'95-%-Bereich',
			'n',
			'Unterschied zu den übrigen'
		]);
		expect(rows[0]?.cells).toEqual([
			'Lebenstedt',
			'',
			'Zufrieden insgesamt',
			'71 %',
			'66 bis 76 %',
			'1.214',
			'▲ +9 (höher, sehr wahrscheinlich kein Zufall)'
		]);
		expect(rows.slice(2).map(({ cells }) => cells[3])).toEqual([
			'weniger als 5 Fälle',
			'weniger als 10 Antworten',
			'zum Schutz verdeckt',
			'keine Antworten'
		]);
	});

	it('has numbers for a spreadsheet', () => {
		expect(rawColumns).toHaveLength(rows[0]?.raw.length ?? 0);
		expect(rows[0]?.raw.slice(3)).toEqual([
			'%',
			71.2345,
			66.2345,
			76.2345,
			1214,
			9,
			'höher, sehr wahrscheinlich kein Zufall',
			''
		]);
		expect(rows[1]?.raw.at(-1)).toBe('unsicher, weniger als 30 Antworten');
		expect(rows[2]?.raw.slice(4, 9)).toEqual([null, null, null, null, null]);
	});

	it('speaks English', () => {
		overwriteGetLocale(() => 'en');
		const table = dataTable(chartModel('dots', result, {}));
		expect(table.rows[0]?.cells.slice(0, 5)).toEqual([
			'this Quartier',
			'',
			'Satisfied overall',
			'71 %',
			'66 to 76 %'
		]);
	});
});

describe('describeChart', () => {
	it('says what, highest, lowest and change', () => {
		const topics = resultOf([
			row(
				'index-service',
				{ contrast: 'self' },
				estimate(74, 4),
				change(3, { verdict: 'no-difference' })
			),
			row('index-neighbourhood', { contrast: 'self' }, estimate(52, 4), change(-11)),
			row('index-safety', { contrast: 'self' }, absent('small-cell'))
		]);
		expect(describeChart(chartModel('dots', topics))).toBe(
			'Punkte mit 95-%-Bereich: Service, Nachbarschaft, Sicherheit; ein Wert verdeckt oder nicht vorhanden. ' +
				'Am höchsten Service mit 74, am niedrigsten Nachbarschaft mit 52. ' +
				'Nachbarschaft um 11 Punkte niedriger als in den übrigen Quartieren.'
		);
	});

	it('gives no sum of a column with a hidden part', () => {
		const columns = resultOf(
			[
				row('new-cases', { period: '2019-01-01', area: 'A' }, estimate(7)),
				row('new-cases', { period: '2019-01-01', area: 'B' }, estimate(5)),
				row('new-cases', { period: '2020-01-01', area: 'A' }, estimate(9)),
				row('new-cases', { period: '2020-01-01', area: 'B' }, absent('small-cell'))
			],
			{ period: 'year' }
		);
		expect(describeChart(chartModel('stackedBars', columns))).toContain('2019: 12.');
	});
});
