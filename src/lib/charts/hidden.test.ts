import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeChart } from './describe';
import { findingTitle } from './finding';
import { draw } from './kinds';
import { OUTLINES, RESULTS } from './results.fixture';
import { dataTable } from './table';
import { context } from './testing';
import { CHART_KINDS } from './types';

it.each(CHART_KINDS)('no number of a hidden cell gets into %s, its words or its table', (kind) => {
	fc.assert(
		fc.property(
			fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
			fc.constantFrom(340, 700),
			(secret, width) => {
				const result = RESULTS[kind](secret);
				const drawing = draw(kind, result, context({ width, map: OUTLINES }));
				const said = [
					drawing,
					describeChart(kind, result, {}),
					findingTitle(kind, result, {}),
					dataTable(result, {})
				];
				const digits = JSON.stringify(said).replace(/[.,\s  ]/g, '');
				expect(digits).not.toMatch(/7654(?:321|3)/);
			}
		),
		{ numRuns: 60 }
	);
});
