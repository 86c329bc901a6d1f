import { afterEach, describe, expect, it } from 'vitest';
import type { IndicatorDefinition } from '../domain';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { changeMark, changeSentence, changeSign, changeTone, trendSentence } from './change';
import { change, estimate, resultOf, row } from './testing';

const before = getLocale;
afterEach(() => overwriteGetLocale(before));
const inEnglish = () => overwriteGetLocale(() => 'en');

const of = (unit: IndicatorDefinition['unit'], group: IndicatorDefinition['group'] = 'survey') => ({
	unit,
	group
});

describe('changeSentence', () => {
	it('names what it is compared with, and cases where they are too few', () => {
		const named = { ...change(0.09), against: 'quartier' as const, reference: { quartier: 'ost' } };
		expect(changeSentence(named, of('percent'), 'Ost')).toBe(
			'9 Punkte mehr als „Ost“, sehr wahrscheinlich kein Zufall'
		);
		const since = { ...change(-9), against: 'previous-period' as const };
		expect(changeSentence(since, of('per-1000-dwellings', 'casework'), '2024')).toBe(
			'9 weniger als 2024, sehr wahrscheinlich kein Zufall'
		);
		expect(changeSentence(since, of('per-1000-dwellings', 'casework'))).toContain(
			'weniger als im Zeitraum davor'
		);
		const few = { ...change(2), difference: null, verdict: 'too-few' as const };
		expect(changeSentence(few, of('percent', 'casework'))).toBe(
			'zu wenige Fälle für einen Vergleich mit den übrigen Quartieren'
		);
	});

	it('says how much and how sure, in German', () => {
		overwriteGetLocale(() => 'de');
		expect(changeSentence(change(0.09, { wave: '2022' }), of('percent'))).toBe(
			'9 Punkte mehr als 2022, sehr wahrscheinlich kein Zufall'
		);
		expect(changeSentence(change(-0.01, { wave: 'Herbst 2022' }), of('percent'))).toBe(
			'1 Punkt weniger als in „Herbst 2022“, sehr wahrscheinlich kein Zufall'
		);
		expect(changeSentence(change(-11), of('index'))).toBe(
			'11 Punkte weniger als in den übrigen Quartieren, sehr wahrscheinlich kein Zufall'
		);
		expect(changeSentence(change(11.2), of('per-1000-dwellings'))).toMatch(
			/^11 mehr als in den übrigen/
		);
		expect(changeSentence(change(2, { verdict: 'no-difference' }), of('index'))).toBe(
			'kein Unterschied zu den übrigen Quartieren erkennbar'
		);
		expect(
			changeSentence({ ...change(2), difference: null, verdict: 'too-few' }, of('index'))
		).toBe('zu wenige Antworten für einen Vergleich mit den übrigen Quartieren');
	});

	it('says it in English', () => {
		inEnglish();
		expect(changeSentence(change(0.09, { wave: '2022' }), of('percent'))).toBe(
			'9 points more than 2022, very unlikely to be chance'
		);
		expect(changeSentence(change(-5), of('index'))).toBe(
			'5 points less than in the other Quartiere, very unlikely to be chance'
		);
	});

	it('grades how sure a difference is, so that the words know no cliff at 5 %', () => {
		overwriteGetLocale(() => 'de');
		const graded = (pValue: number) =>
			changeSentence(
				{ ...change(0.09, { verdict: pValue < 0.05 ? 'higher' : 'no-difference' }), pValue },
				of('percent')
			);
		const more = '9 Punkte mehr als in den übrigen Quartieren';
		expect(graded(0.009)).toBe(`${more}, sehr wahrscheinlich kein Zufall`);
		expect(graded(0.049)).toBe(`${more}, wahrscheinlich kein Zufall`);
		expect(graded(0.051)).toBe(`${more}, kann auch Zufall sein`);
		expect(graded(0.1)).toBe('kein Unterschied zu den übrigen Quartieren erkennbar');
	});

	it('does not call a certain but tiny difference zero', () => {
		overwriteGetLocale(() => 'de');
		expect(changeSentence(change(0.004, { wave: '2022' }), of('percent'))).toMatch(
			/^weniger als 1 Punkt mehr als 2022/
		);
		expect(changeSentence(change(0.02, { wave: '2022' }), of('points'))).toMatch(
			/^weniger als 0,1 Punkte mehr/
		);
	});
});

describe('signs', () => {
	it('stand for certain differences alone', () => {
		expect(changeSign(change(3))).toBe('▲');
		expect(changeSign(change(-3))).toBe('▼');
		expect(changeSign(change(3, { verdict: 'no-difference' }))).toBe('');
		expect(changeMark(change(-0.08, { wave: '2022' }), 'percent')).toBe('▼ −8');
		expect(changeMark(undefined, 'percent')).toBe('');
	});

	it('are hollow and without a colour where a difference narrowly misses being more than chance', () => {
		const missed = (difference: number) => ({
			...change(difference, { verdict: 'no-difference' }),
			pValue: 0.06
		});
		expect(changeMark(missed(3), 'index')).toBe('△ +3');
		expect(changeMark(missed(-3), 'index')).toBe('▽ −3');
		expect(changeTone(missed(-3), { direction: 'higher-better' })).toBe('neutral');
	});

	it('know what is good', () => {
		expect(changeTone(change(3), { direction: 'higher-better' })).toBe('better');
		expect(changeTone(change(3), { direction: 'lower-better' })).toBe('worse');
		expect(changeTone(change(3), { direction: 'neutral' })).toBe('neutral');
		expect(
			changeTone(change(3, { verdict: 'no-difference' }), { direction: 'higher-better' })
		).toBe('neutral');
	});
});

describe('trendSentence', () => {
	const trend = (
		verdict: 'higher' | 'lower' | 'no-difference' | 'too-few',
		slope: number | null,
		lackOfFit: number | null = 0.5
	) => ({
		...resultOf([row('index-safety', {}, estimate(70))]),
		trends: [
			{
				indicator: 'index-safety',
				dimensions: { contrast: 'self' },
				waves: ['2019', '2022', '2025'],
				slope,
				low: null,
				high: null,
				pValue: verdict === 'no-difference' ? 0.4 : 0.001,
				lackOfFit,
				verdict
			}
		]
	});

	it('says the direction, the amount in a year and how sure it is', () => {
		overwriteGetLocale(() => 'de');
		expect(trendSentence(trend('higher', 2))).toBe(
			'Über 3 Wellen gleichmäßig 2 Punkte mehr im Jahr, sehr wahrscheinlich kein Zufall'
		);
		expect(trendSentence(trend('lower', -1))).toBe(
			'Über 3 Wellen gleichmäßig 1 Punkt weniger im Jahr, sehr wahrscheinlich kein Zufall'
		);
		expect(trendSentence(trend('no-difference', 2))).toBe('Über 3 Wellen ist kein Trend erkennbar');
		inEnglish();
		expect(trendSentence(trend('no-difference', 2))).toBe('No trend can be seen over 3 waves');
	});

	it('says nothing where nothing is known', () => {
		expect(trendSentence(trend('too-few', 2))).toBeNull();
		expect(trendSentence(trend('higher', null))).toBeNull();
		// A flat stretch and a leap have a mean, which neither of them is.
		expect(trendSentence(trend('higher', 2, 0.01))).toBeNull();
		expect(trendSentence({ ...trend('higher', 1), trends: [] })).toBeNull();
	});
});
