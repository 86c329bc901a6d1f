import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { withSingleResponses, type Context } from '../indicators';
import { asOpenAnswers, contextOf, loadAs, table } from '../indicators/testing';
import { evaluate } from './evaluate';
import { sentencesAround } from './sentences';

const WISH = 'Was fehlt Ihnen?';
let engine: Engine;
let context: Context;
const query = (quartier: string) => ({
	indicators: ['open-terms'],
	by: ['contrast' as const],
	contrast: quartier,
	filters: { wave: ['2025'] }
});

beforeAll(async () => {
	engine = await openNodeEngine();
	const wishes = (quartier: string, term: string, count: number) =>
		Array.from({ length: count }, (_, at) => [quartier, `Hier fehlt ${term} im Haus ${at}.`]);
	const rows = [
		...wishes('West', 'ein Aufzug', 12),
		...wishes('West', 'ein Spielplatz', 9),
		...wishes('Ost', 'ein Aufzug', 9),
		...wishes('Ost', 'ein Spielplatz', 15)
	].map(([quartier, wish], at) => [`b${at}`, '2025', quartier, wish, 'sehr zufrieden']);
	await loadAs(
		engine,
		asOpenAnswers(WISH),
		table(['Bogen', 'Welle', 'Quartier', WISH, 'Zufriedenheit insgesamt'], rows)
	);
	context = await contextOf(engine);
	context = await withSingleResponses(context, engine, query('west'), () => Promise.resolve());
}, 60_000);
afterAll(() => engine.close());

test('a term that nine sheets name is shown to nobody, and neither are its sentences', () => {
	const { rows } = evaluate(context, query('west'));
	const own = rows.filter(({ dimensions }) => dimensions.contrast === 'self');
	expect(own.map(({ dimensions }) => dimensions.answer)).not.toContain('Spielplatz');
	expect(sentencesAround(context, query('west'), 'Spielplatz')).toEqual([]);
	expect(sentencesAround(context, query('ost'), 'Aufzug')).toEqual([]);
});

test('nine among the others are hidden beside twelve here', () => {
	const { rows } = evaluate(context, query('west'));
	const of = (contrast: string) =>
		rows.find(
			({ dimensions }) => dimensions.answer === 'Aufzug' && dimensions.contrast === contrast
		)?.estimate;
	expect(of('self')).toMatchObject({ n: 21, protection: 'uncertain' });
	expect(of('rest')).toMatchObject({ value: null, n: null, protection: 'small-cell' });
});

test('the sentences of a term that is shown are those of its own Quartier', () => {
	const west = sentencesAround(context, query('west'), 'Aufzug');
	expect(west).toHaveLength(12);
	expect(west[0]).toEqual({ text: 'Hier fehlt ein Aufzug im Haus 0.', forms: ['Aufzug'] });
	expect(sentencesAround(context, query('ost'), 'Spielplatz')).toHaveLength(15);
	expect(sentencesAround(context, query('west'), 'Nirgends')).toEqual([]);
});
