import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHART_KINDS, chartModel } from '../presentation';
import { OUTLINES, RESULTS } from '../presentation/results.fixture';
import { dataTable } from '../presentation/table';
import { draw } from './kinds';
import { context } from './testing';

it.each(CHART_KINDS)('no number of a hidden cell gets into %s, its words or its table', (kind) => {
	fc.assert(
		fc.property(
			fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
			fc.constantFrom(340, 700),
			(secret, width) => {
				const result = RESULTS[kind](secret);
				const of = context({ width, map: OUTLINES });
				const model = chartModel(kind, result, of);
				const said = [model, draw(model, of), dataTable(model)];
				const digits = JSON.stringify(said).replace(/[.,\s  ]/g, '');
				expect(digits).not.toMatch(/7654(?:321|3)/);
			}
		),
		{ numRuns: 60 }
	);
});
