import { expect, test, vi } from 'vitest';
import type { IndicatorQueryInput, IndicatorResult } from '$lib/domain';
import { Results } from './results.svelte';

const answer = vi.hoisted(() =>
	vi.fn<(query: IndicatorQueryInput) => Promise<Partial<IndicatorResult>>>()
);
vi.mock('./workspace', () => ({
	workspace: { version: 1, figures: { source: { evaluate: answer } } }
}));

const about = (indicator: string): IndicatorQueryInput => ({ indicators: [indicator] });
const named = (results: Results): string[] =>
	results.current.flatMap(({ definitions }) => definitions.map(({ id }) => id));
const answers = ({ indicators: [id] }: IndicatorQueryInput) =>
	Promise.resolve({ definitions: [{ id }] } as Partial<IndicatorResult>);

test('the last answers stay while the same is asked with other filters, and go where something else is', async () => {
	answer.mockImplementation(answers);
	const results = new Results();
	expect(await results.ask([about('a')], 'A')).toBe(true);
	const filtered = results.ask([about('b')], 'A');
	expect([named(results), results.pending]).toEqual([['a'], true]);
	await filtered;
	expect(named(results)).toEqual(['b']);
	const other = results.ask([about('c')], 'B');
	expect(named(results)).toEqual([]);
	await other;
	expect([named(results), results.pending]).toEqual([['c'], false]);
});

test('only the newest question is answered', async () => {
	answer.mockImplementation(answers);
	const results = new Results();
	const [old, newest] = [results.ask([about('a')]), results.ask([about('b')])];
	expect([await old, await newest, named(results)]).toEqual([false, true, ['b']]);
});

test('where questions cannot be answered there is a problem, and no answer to other questions', async () => {
	answer.mockImplementation(answers);
	const results = new Results();
	await results.ask([about('a')]);
	answer.mockRejectedValueOnce(new Error('broken'));
	expect(await results.ask([about('b')])).toBe(false);
	expect([results.current, results.pending, results.problem === null]).toEqual([[], false, false]);
	expect(await results.ask([about('b')])).toBe(true);
	expect([named(results), results.problem]).toEqual([['b'], null]);
});
