import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ProblemError, type Estimate } from '../domain';
import { overwriteGetLocale } from '../paraglide/runtime';
import * as words from './index';

const speak = (locale: 'de' | 'en') => overwriteGetLocale(() => locale);
afterEach(() => speak('de'));
speak('de');

/** Spaces that do not break are spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('how long ago something was', () => {
	const now = Date.parse('2026-11-30T12:00:00.000Z');
	expect(words.agoText('2026-11-30T12:00:30.000Z', now)).toBe('in dieser Minute');
	expect(words.agoText('2026-11-30T11:57:10.000Z', now)).toBe('vor 2 Minuten');
	expect(words.agoText('2026-11-30T09:30:00.000Z', now)).toBe('vor 2 Stunden');
	expect(words.agoText('2026-11-28T12:00:00.000Z', now)).toBe('vorgestern');
	expect(words.agoText('2026-08-01T12:00:00.000Z', now)).toBe('01.08.2026');
	speak('en');
	expect(words.agoText('2026-11-30T11:57:10.000Z', now)).toBe('2 minutes ago');
});

describe('numbers', () => {
	test.each([
		[1234.5, 1, '1.234,5', '1,234.5'],
		[-3.25, 2, '−3,25', '−3.25'],
		[-0.4, 0, '0', '0'],
		[0, 0, '0', '0'],
		[1e6, 0, '1.000.000', '1,000,000']
	])('%f with %i digits', (value, digits, german, english) => {
		expect(words.number(value, digits)).toBe(german);
		speak('en');
		expect(words.number(value, digits)).toBe(english);
	});

	test.each([
		[0.7149, 'percent', '71 %'],
		[12.4, 'nps', '+12'],
		[-12.4, 'nps', '−12'],
		[0.2, 'nps', '0'],
		[3.94, 'points', '3,9'],
		[74.4, 'index', '74'],
		[3.944, 'value', '3,94'],
		[1284, 'count', '1.284'],
		[13.6, 'per-1000-dwellings', '14']
	] as const)('%f in %s is %s', (value, unit, text) =>
		expect(plain(words.valueText(value, unit))).toBe(text)
	);

	test('intervals, margins and differences', () => {
		const estimate: Estimate = {
			value: 0.62,
			low: 0.57,
			high: 0.67,
			standardError: 0.02,
			n: 214,
			base: 214,
			protection: 'open'
		};
		expect(plain(words.marginText(estimate, 'percent'))).toBe('± 5');
		expect(words.marginText({ ...estimate, low: null, high: null }, 'percent')).toBe('');
		const none = { ...estimate, value: 0, low: 0, high: 3.69 };
		expect(words.marginText(none, 'per-1000-dwellings')).toBe('(0 bis 4)');
		const all = { ...estimate, value: 1, low: 0.93, high: 1 };
		expect(plain(words.marginText(all, 'percent'))).toBe('(93 bis 100 %)');
		const sure = { ...estimate, value: 12, low: 11.8, high: 12.4 };
		expect(words.marginText(sure, 'per-1000-dwellings')).toBe('± 0,3');
		expect(plain(words.intervalText(0.66, 0.76, 'percent'))).toBe('66 bis 76 %');
		expect(words.differenceText(0.0912, 'percent')).toBe('+9');
		expect(words.differenceText(-0.0912, 'percent')).toBe('−9');
		expect(words.differenceText(0.001, 'percent')).toBe('0');
		expect(words.differenceUnit('value')).toBe('');
		expect(words.differenceUnit('percent')).not.toBe('');
	});
});

describe('dates', () => {
	test('days, months and periods', () => {
		expect(words.dateText('2026-11-22')).toBe('22.11.2026');
		expect(words.dateText('2026-11-22T23:59:59Z')).toBe('22.11.2026');
		expect(words.monthText('2020-03-16')).toBe('März 2020');
		expect(words.periodText('2024-01-01', 'year')).toBe('2024');
		expect(words.periodText('2024-07-01', 'calendarQuarter')).toBe('Q3 2024');
		expect(words.periodText('2024-12-01', 'calendarQuarter')).toBe('Q4 2024');
		expect(words.periodText('2024-10-01', 'month')).toMatch(/^Okt\.? 2024$/);
		speak('en');
		expect(words.dateText('2026-11-22')).toBe('22/11/2026');
		expect(words.monthText('2020-03-16')).toBe('March 2020');
	});
});

test('sizes', () => {
	expect(['1 kB', '1 kB', '999 kB', '1,2 MB']).toEqual(
		[10, 1000, 999_000, 1_234_567].map((bytes) => plain(words.sizeText(bytes)))
	);
});

describe('problems', () => {
	/** Every code that the code of the product fails with. */
	const codes = readdirSync(join(process.cwd(), 'src'), { recursive: true, encoding: 'utf-8' })
		.filter((name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$|paraglide/.test(name))
		.flatMap((name) =>
			[
				...readFileSync(join(process.cwd(), 'src', name), 'utf-8').matchAll(/\bfail\(\s*'(\w+)'/g)
			].map((match) => match[1]!)
		);

	test('each has a sentence in both languages', () => {
		expect(codes).toContain('file_empty');
		for (const code of new Set([...codes, 'unexpected', 'unknown_command'])) {
			for (const locale of ['de', 'en'] as const) {
				speak(locale);
				expect(words.sentence({ code, params: {} }), code).toMatch(/\S{3}/);
			}
		}
	});

	test('their place and parameters stand in the sentence', () => {
		const text = words.sentence({
			code: 'bad_weight',
			params: { value: '<b>' },
			place: { file: 'a.csv', row: 7, column: 'Gewicht' }
		});
		for (const part of ['7', 'Gewicht', '<b>']) expect(text).toContain(part);
	});

	test('any error is a problem', () => {
		const problem = { code: 'file_empty', params: {} };
		expect(words.problemOf(new ProblemError(problem))).toBe(problem);
		expect(words.problemOf(new Error('boom'))).toEqual({
			code: 'unexpected',
			params: { reason: 'boom' }
		});
		expect(words.problemOf('boom')).toEqual({ code: 'unexpected', params: { reason: 'boom' } });
	});

	test('a key that no language has is an error', () => {
		expect(() => words.message('problem_of_another_kind')).toThrow('problem_of_another_kind');
	});
});
