import { afterEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { changeMark, changeSentence, changeSign, changeTone, trendSentence } from './change';
import { change, estimate, resultOf, row } from './testing';

const before = getLocale;
afterEach(() => overwriteGetLocale(before));
const inEnglish = () => overwriteGetLocale(() => 'en');

describe('changeSentence', () => {
	it('says how much and how sure, in German', () => {
		overwriteGetLocale(() => 'de');
		expect(changeSentence(change(0.09, { wave: '2022' }), 'percent')).toBe(
			'9 Punkte mehr als 2022, sehr wahrscheinlich kein Zufall'
		);
		expect(changeSentence(change(-0.01, { wave: 'Herbst 2022' }), 'percent')).toBe(
			'1 Punkt weniger als in „Herbst 2022“, sehr wahrscheinlich kein Zufall'
		);
		expect(changeSentence(change(-11), 'index')).toBe(
			'11 Punkte weniger als in den übrigen Quartieren, sehr wahrscheinlich kein Zufall'
		);
		expect(changeSentence(change(11.2), 'per-1000-dwellings')).toMatch(
			/^11 mehr als in den übrigen/
		);
		expect(changeSentence(change(2, { verdict: 'no-difference' }), 'index')).toBe(
			'kein Unterschied erkennbar'
		);
		expect(changeSentence({ ...change(2), difference: null, verdict: 'too-few' }, 'index')).toBe(
			'zu wenige Antworten'
		);
	});

	it('says it in English', () => {
		inEnglish();
		expect(changeSentence(change(0.09, { wave: '2022' }), 'percent')).toBe(
			'9 points more than 2022, very unlikely to be chance'
		);
		expect(changeSentence(change(-5), 'index')).toBe(
			'5 points less than in the other Quartiere, very unlikely to be chance'
		);
	});

	it('does not call a certain but tiny difference zero', () => {
		overwriteGetLocale(() => 'de');
		expect(changeSentence(change(0.004, { wave: '2022' }), 'percent')).toMatch(
			/^weniger als 1 Punkt mehr als 2022/
		);
		expect(changeSentence(change(0.02, { wave: '2022' }), 'points')).toMatch(
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
		slope: number | null
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
				pValue: 0.01,
				verdict
			}
		]
	});

	it('says the direction, the amount in a year and how sure it is', () => {
		overwriteGetLocale(() => 'de');
		expect(trendSentence(trend('higher', 2))).toBe(
			'Über 3 Wellen: im Mittel 2 Punkte mehr im Jahr, sehr wahrscheinlich kein Zufall'
		);
		expect(trendSentence(trend('lower', -1))).toBe(
			'Über 3 Wellen: im Mittel 1 Punkt weniger im Jahr, sehr wahrscheinlich kein Zufall'
		);
		expect(trendSentence(trend('no-difference', 2))).toBe('Über 3 Wellen ist kein Trend erkennbar');
		inEnglish();
		expect(trendSentence(trend('no-difference', 2))).toBe('No trend can be seen over 3 waves');
	});

	it('says nothing where nothing is known', () => {
		expect(trendSentence(trend('too-few', 2))).toBeNull();
		expect(trendSentence(trend('higher', null))).toBeNull();
		expect(trendSentence({ ...trend('higher', 1), trends: [] })).toBeNull();
	});
});
