import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { absent, change, estimate, released, resultOf, row } from '../presentation/testing';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { panelCsv } from './csv';
import { sourceLine } from '../presentation';
import { fileName } from './download';
import type { ReleasedPanel } from './types';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

const panel: ReleasedPanel = {
	...released(
		resultOf([
			row('index-safety', { quartier: 'Nord' }, estimate(61.25, 5.5, 1312), change(-5.25)),
			row(
				'index-safety',
				{ quartier: '=1+1\nHYPERLINK("x")' },
				{ ...absent('small-cell'), value: 7654321 }
			)
		])
	),
	subject: {
		id: 'index',
		chart: 'calendar',
		words: () => ({ name: '@SUM(A1)', subtitle: 'Themenindex 0–100; Welle 2025' }),
		quartier: 'Lebenstedt',
		events: []
	},
	date: '22.11.2026'
};
const parsed = (text: string) => Papa.parse<string[]>(text.slice(1), { delimiter: ';' }).data;

describe('panelCsv', () => {
	it('is what Excel opens in German', () => {
		const text = panelCsv(panel);
		expect(text.startsWith('\ufeff')).toBe(true);
		expect(text.split('\r\n').length).toBeGreaterThan(7);
		const lines = parsed(text);
		expect(lines.slice(1, 5)).toEqual([
			['Themenindex 0–100; Welle 2025'],
			['Quartier', 'Lebenstedt'],
			['Quelle', sourceLine(panel.release.results[0]!)],
			['Datum', '22.11.2026']
		]);
		expect(lines[6]?.slice(0, 4)).toEqual(['Quartier', 'Kennzahl', 'Einheit', 'Wert']);
		expect(lines[7]?.slice(0, 8)).toEqual([
			'Nord',
			'Sicherheit',
			'Index 0–100',
			'61,25',
			'55,75',
			'66,75',
			'1312',
			'-5,25'
		]);
	});

	it('defuses formulas, over several lines too, but no numbers', () => {
		const lines = parsed(panelCsv(panel));
		expect(lines[0]).toEqual(["'@SUM(A1)"]);
		expect(lines[8]?.[0]).toBe('\'=1+1\nHYPERLINK("x")');
	});

	it('gives the reason for what is hidden, and nothing of it', () => {
		const text = panelCsv(panel);
		expect(parsed(text)[8]?.at(-1)).toBe('weniger als 10 Antworten');
		expect(text).not.toContain('7654321');
	});

	it('writes nothing but tables of a release', () => {
		const inside = { ...resultOf([]), audience: 'inside' as const };
		const smuggled = { results: [inside], hidden: [] } as unknown as ReleasedPanel['release'];
		expect(() => panelCsv({ ...panel, release: smuggled })).toThrow(RangeError);
		expect(() => panelCsv({ ...panel, table: 1 })).toThrow(RangeError);
		// @ts-expect-error what staff may see is no release
		expect(() => panelCsv({ ...panel, release: { results: [inside], hidden: [] } })).toThrow();
		// @ts-expect-error a result by itself is none either
		expect(() => panelCsv({ ...panel, release: resultOf([]) })).toThrow();
	});

	it('has a decimal point in English', () => {
		overwriteGetLocale(() => 'en');
		expect(parsed(panelCsv(panel))[7]?.[3]).toBe('61.25');
	});
});

describe('fileName', () => {
	it('has no umlauts and blanks', () => {
		expect(fileName(['Größe & Höhe', undefined, 'Nord'], 'csv')).toBe('groesse-hoehe-nord.csv');
		expect(fileName([], 'png')).toBe('quartierspiegel.png');
	});
});
