import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHART_KINDS, chartModel } from '../presentation';
import { OUTLINES, RESULTS } from '../presentation/results.fixture';
import { event } from '../presentation/testing';
import { draw, heightOf } from './kinds';
import { context } from './testing';

const EVENTS = ['Umbau', 'Quartiersmanagement beginnt', 'Nachbarschaftsfest'].map((title, at) =>
	event(title, `201${at}-06-01`)
);

it.each(CHART_KINDS)('the height of %s is known without drawing it', (kind) => {
	fc.assert(
		fc.property(
			fc.array(fc.boolean(), { maxLength: 9 }),
			fc.integer({ min: 280, max: 1600 }),
			fc.subarray(EVENTS),
			(secret, width, events) => {
				const of = context({ width, events, map: OUTLINES });
				const model = chartModel(kind, RESULTS[kind](secret), of);
				expect(heightOf(model, width)).toBe(draw(model, of).height);
			}
		),
		{ numRuns: 50 }
	);
});
