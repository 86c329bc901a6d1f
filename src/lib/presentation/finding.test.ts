import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { findingTitle } from './finding';
import { absent, change, estimate, resultOf, row, satisfaction } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

const against = (differences: Record<string, number>) =>
	resultOf(
		Object.entries(differences).flatMap(([id, difference]) => [
			row(`index-${id}`, { contrast: 'self' }, estimate(60, 4), change(difference)),
			row(`index-${id}`, { contrast: 'rest' }, estimate(60, 1))
		])
	);
const since = (differences: Record<string, number>, wave = '2022') =>
	resultOf(
		Object.entries(differences).flatMap(([id, difference]) => [
			row(`index-${id}`, { wave }, estimate(50, 4)),
			row(`index-${id}`, { wave: '2025' }, estimate(60, 4), change(difference, { wave }))
		])
	);

describe('findingTitle against the rest', () => {
	it('names what is above and what is below', () => {
		const result = against({ safety: 5, neighbourhood: -11 });
		expect(findingTitle('dots', result, {})).toBe(
			'Sicherheit höher, Nachbarschaft niedriger als in den übrigen Quartieren'
		);
		overwriteGetLocale(() => 'en');
		expect(findingTitle('dots', result, {})).toBe(
			'Safety higher, Neighbourhood lower than in the other Quartiere'
		);
	});

	it('names two, the largest first, and counts the others', () => {
		expect(findingTitle('dots', against({ safety: 5, service: 9 }), {})).toBe(
			'Service und Sicherheit höher als in den übrigen Quartieren'
		);
		expect(
			findingTitle('dots', against({ safety: -5, service: -9, housing: -2, environment: -3 }), {})
		).toBe('Service, Sicherheit und 2 weitere niedriger als in den übrigen Quartieren');
		expect(findingTitle('dots', against({ safety: -5, service: -9, housing: -2 }), {})).toBe(
			'Service, Sicherheit und ein weiterer Wert niedriger als in den übrigen Quartieren'
		);
	});

	it('quotes names in which there is an “and”, and says the heading of their topic once', () => {
		expect(findingTitle('dots', against({ safety: -5, housing: -9 }), {})).toBe(
			'„Wohnung und Gebäude“ und Sicherheit niedriger als in den übrigen Quartieren'
		);
		const items = {
			a: satisfaction('Wohnumfeld: Grün und Spiel'),
			b: satisfaction('Wohnumfeld: Müllplatz'),
			c: satisfaction('Service: Post')
		};
		const result = resultOf(
			Object.keys(items).map((item, at) =>
				row('item-share', { item, contrast: 'self' }, estimate(0.4, 0.05), change(-0.3 + at / 20))
			),
			{ items }
		);
		expect(findingTitle('dots', result, {})).toBe(
			'Wohnumfeld: „Grün und Spiel“, Müllplatz und ein weiterer Wert niedriger als in den übrigen Quartieren'
		);
	});

	it('names terms as what they are', () => {
		const found = resultOf(
			['Lärm', 'Nacht'].map((answer) =>
				row('open-terms', { answer, contrast: 'self' }, estimate(0.2, 0.05), change(0.1))
			)
		);
		const definitions = found.definitions.map((one) => ({ ...one, kind: 'choice' as const }));
		expect(findingTitle('dots', { ...found, definitions }, {})).toBe(
			'Häufiger genannt als in den übrigen Quartieren: „Lärm“, „Nacht“'
		);
	});

	it('says how much where there is one', () => {
		expect(findingTitle('dots', against({ safety: -5 }), {})).toBe(
			'Sicherheit um 5 Punkte niedriger als in den übrigen Quartieren'
		);
	});
});

describe('findingTitle against the previous wave', () => {
	it('says since when and how much', () => {
		const result = since({ safety: 14 });
		expect(findingTitle('trend', result, {})).toBe('Sicherheit seit 2022 um 14 Punkte gestiegen');
		overwriteGetLocale(() => 'en');
		expect(findingTitle('trend', result, {})).toBe('Safety up 14 points since 2022');
	});

	it('tells rise from fall', () => {
		expect(findingTitle('dots', since({ safety: 14, service: 3, housing: -4 }), {})).toBe(
			'Sicherheit und ein weiterer Wert seit 2022 gestiegen, Wohnung und Gebäude gesunken'
		);
		expect(findingTitle('dots', since({ safety: -14 }, 'Herbst 2022'), {})).toBe(
			'Sicherheit seit „Herbst 2022“ um 14 Punkte gesunken'
		);
	});

	it('quotes questions and cuts long ones', () => {
		const text =
			'Wie zufrieden sind Sie alles in allem mit der Sauberkeit im Treppenhaus und im Keller?';
		const result = resultOf(
			[
				row('item-share', { item: '7', wave: '2022' }, estimate(0.5, 0.05)),
				row(
					'item-share',
					{ item: '7', wave: '2025' },
					estimate(0.4, 0.05),
					change(-0.1, { wave: '2022' })
				)
			],
			{ items: { '7': satisfaction(text) } }
		);
		expect(findingTitle('likert', result, {})).toMatch(
			/^„Wie zufrieden sind Sie .*…“ seit 2022 um 10 Punkte gesunken$/
		);
	});
});

describe('findingTitle is silent', () => {
	it('where nothing is certain, nothing is compared, or nothing is shown', () => {
		const unsure = change(1, { verdict: 'no-difference' });
		const rows = [row('index-safety', { contrast: 'self' }, estimate(60, 4), unsure)];
		expect(findingTitle('dots', resultOf(rows), {})).toBeNull();
		expect(findingTitle('dots', resultOf([row('index-safety', {}, estimate(60))]), {})).toBeNull();
		const gone = [row('index-safety', { contrast: 'self' }, absent('small-cell'), change(9))];
		expect(findingTitle('dots', resultOf(gone), {})).toBeNull();
	});

	it('about counts', () => {
		const rows = [row('new-cases', { period: '2025-01-01' }, estimate(12))];
		expect(findingTitle('stackedBars', resultOf(rows), {})).toBeNull();
		expect(findingTitle('flow', resultOf(rows), {})).toBeNull();
	});
});
