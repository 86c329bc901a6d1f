import { afterEach, beforeEach, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { CHART_KINDS, type ChartKind } from '../presentation';
import { OUTLINES, RESULTS } from '../presentation/results.fixture';
import { event } from '../presentation/testing';
import { context, drawn } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

/** What a builder makes, without the functions in it. */
const golden = (kind: ChartKind, width: number): string => {
	const result = RESULTS[kind]([false, false, true, false, false, false]);
	const events = [event('Modernisierung', '2010-06-01', '2011-03-31')];
	const drawing = drawn(kind, result, context({ width, events, map: OUTLINES }));
	return `${JSON.stringify(drawing, null, '\t')}\n`;
};

/**
 * The whole option of each kind of chart, beside one that somebody has looked at (`golden/`). After a
 * change that is meant: `npx vitest run golden --update`, and look at what is new.
 */
it.each(CHART_KINDS)('%s is drawn as it was, wide and narrow', async (kind) => {
	await expect(golden(kind, 700)).toMatchFileSnapshot(`golden/${kind}.json`);
	await expect(golden(kind, 340)).toMatchFileSnapshot(`golden/${kind}-narrow.json`);
});
