import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Change, IndicatorResult, IndicatorRow } from '../lib/domain';
import { certaintyOf, isShown } from '../lib/domain';
import {
	choicesOf,
	filtersFrom,
	headQueries,
	isAnswerable,
	keyFiguresFrom,
	needs,
	overviewQueries,
	panelQuery,
	QUARTIER_PANELS,
	quartierViewOf,
	storyContext,
	Story,
	strongestTrend
} from '../lib/dashboards';
import {
	changeSentence,
	noteworthyDetail,
	noteworthySentence,
	present,
	tipsOf,
	wordsOf
} from '../lib/presentation';
import { getLocale, overwriteGetLocale } from '../lib/paraglide/runtime';
import { eventsOf } from '../lib/steering';
import { loadSample, type Sample } from './sample.fixture';

let sample: Sample;
beforeAll(async () => {
	sample = await loadSample();
});
afterAll(() => sample.close());
const before = getLocale;
afterEach(() => overwriteGetLocale(before));

/** The Quartier of which every place of every chart is read as well. */
const READ_WHOLE = 'sz-lebenstedt';

type Asked = Record<string, IndicatorResult>;

async function ask(queries: Parameters<typeof Object.entries>[0]): Promise<Asked> {
	const answers: Asked = {};
	for (const [name, query] of Object.entries(queries)) {
		if (query) answers[name] = await sample.figures.evaluate(query as never);
	}
	return answers;
}

/** What the overview says. */
async function overviewLines(): Promise<string[]> {
	const { inventory } = sample;
	const choices = choicesOf(inventory);
	const filters = filtersFrom(new URLSearchParams(), choices);
	const context = storyContext(inventory, filters);
	const answers = await ask(overviewQueries(context));
	const story = new Story(answers, 'all', filters.wave, choices.waveName, context.years?.last);
	const nameOf = (key: string) =>
		inventory.quartiere.find((quartier) => quartier.key === key)?.name ?? key;
	const [changes, gaps] = [story.changes(), story.gaps()];
	const said = (all: typeof changes) =>
		all.map((one) => `${noteworthySentence(one, nameOf(one.quartier))} ${noteworthyDetail(one)}`);
	const keys = inventory.quartiere.map(({ key }) => key);
	const order = needs(keys, { changes, gaps }, answers, filters.wave);
	return [
		'# Overview: new',
		...said(changes),
		'# Overview: apart',
		...said(gaps),
		'# Overview: where to look first',
		...order.map(
			({ quartier, worse, better, of, reason }) =>
				`${nameOf(quartier)}: ${worse} worse, ${better} better, of ${of}; ${reason?.definition.id ?? '-'}`
		)
	];
}

/** What the page of a Quartier says, panel by panel. */
async function quartierLines(key: string, check: (result: IndicatorResult) => void) {
	const { inventory, events } = sample;
	const choices = choicesOf(inventory);
	const filters = filtersFrom(new URLSearchParams(), choices);
	const context = storyContext(inventory, filters);
	const head = await ask(headQueries(key, context));
	for (const result of Object.values(head)) check(result);
	const trend = strongestTrend(head['change']);
	const place = quartierViewOf(key, inventory, eventsOf(events, key), { ...filters, trend });
	if (!place) throw new RangeError(key);
	const story = new Story(
		head,
		{ quartier: key },
		filters.wave,
		choices.waveName,
		context.years?.last
	);
	const lines = [
		`# ${place.name}`,
		...[...story.changes().slice(0, 1), ...story.gaps().slice(0, 1)].map((one) =>
			noteworthySentence(one)
		),
		...keyFiguresFrom(head, context, () => '').flatMap(({ definition, changes }) =>
			changes.map((change) => `${definition.id}: ${changeSentence(change, definition)}`)
		)
	];
	for (const panel of QUARTIER_PANELS) {
		if (!isAnswerable(panel, place, inventory)) continue;
		const result = await sample.figures.evaluate(panelQuery(panel, place.context));
		check(result);
		const { shown, name, subtitle } = wordsOf(panel, result, place);
		const presented = present(
			{
				id: panel.id,
				chart: panel.chart,
				words: () => ({ name, subtitle }),
				quartier: place.name,
				events: place.events
			},
			result
		);
		lines.push(`${panel.id} | ${presented.title} | ${shown} | ${presented.source}`);
		// A calendar has a tooltip for each of a thousand days, which say the same.
		if (key !== READ_WHOLE || panel.chart === 'calendar') continue;
		for (const { title, lines: words } of tipsOf(presented.model)) {
			const said = words.map((line) =>
				[line.name && `${line.name}:`, line.value, line.detail && `(${line.detail})`]
					.filter(Boolean)
					.join(' ')
			);
			lines.push(`  ${title} | ${said.join(' | ')}`);
		}
	}
	return lines;
}

/** Whether the row that a comparison names is one of the result. */
const referenceOf = ({ rows }: IndicatorResult, { indicator, change }: IndicatorRow) =>
	change?.reference
		? rows.find(
				(row) =>
					row.indicator === indicator &&
					JSON.stringify(Object.entries(row.dimensions).sort()) ===
						JSON.stringify(Object.entries(change.reference ?? {}).sort())
			)
		: undefined;

/** A verdict follows from the figures that it names. */
function expectVerdict(change: Change, now: number, then: number): void {
	expect(change.difference).toBeCloseTo(now - then, 9);
	const certainty = certaintyOf(change);
	if (certainty === 'none' || certainty === 'possible') {
		expect(change.verdict).toBe('no-difference');
		expect(change.pValue).toBeGreaterThanOrEqual(0.05);
		return;
	}
	expect(change.verdict).toBe(now > then ? 'higher' : 'lower');
	// An adjusted test is stricter than the interval of one difference.
	if (certainty === 'certain' && change.low !== null && change.high !== null)
		expect(change.low * change.high).toBeGreaterThan(0);
}

/** The item of overall satisfaction. */
const overallItem = () =>
	sample.inventory.items.find(({ topic, scale }) => topic === 'overall' && scale.kind === 'ordinal')
		?.key;

let verdicts = 0;
/** Of each figure and comparison the one verdict that it has, wherever it is reached. */
const known = new Map<string, string>();

function check(quartier: string) {
	return (result: IndicatorResult): void => {
		for (const row of result.rows) {
			const { change, estimate } = row;
			if (!change || change.difference === null || !isShown(estimate)) continue;
			const reference = referenceOf(result, row);
			if (reference && reference.estimate.value !== null && estimate.value !== null) {
				expectVerdict(change, estimate.value, reference.estimate.value);
				verdicts++;
			}
			const {
				wave = result.query.filters.wave?.at(-1),
				period,
				contrast,
				...rest
			} = row.dimensions;
			const isOther = contrast === 'rest' || (rest.quartier ?? quartier) !== quartier;
			if (isOther || change.against === 'first-period') continue;
			// The share of satisfied is one figure, among the figures and among the items.
			const isOverall = row.indicator === 'item-share' && rest.item === overallItem();
			const figure = [
				isOverall ? 'satisfied-overall' : row.indicator,
				isOverall ? undefined : rest.item,
				rest.answer,
				Object.entries(rest).filter(([name]) => name.startsWith('group:'))
			];
			const against = change.against === 'quartier' ? 'rest' : change.against;
			const time =
				period ?? (row.indicator.endsWith('-rate') ? result.query.filters.period?.from : wave);
			const key = JSON.stringify([quartier, figure, time, against, change.since]);
			const verdict = `${change.verdict} ${change.pValue?.toFixed(9) ?? ''}`;
			expect(known.get(key) ?? verdict, key).toBe(verdict);
			known.set(key, verdict);
		}
	};
}

/**
 * Everything that is said of the sample data, beside a text that somebody has read line by line. After a change
 * that is meant: `npx vitest run sentences --update`, and read what is new.
 */
describe.each(['de', 'en'] as const)('in %s', (locale) => {
	beforeEach(() => overwriteGetLocale(() => locale));

	test('all sentences, titles and tooltips are as somebody has read them', async () => {
		verdicts = 0;
		known.clear();
		const lines = await overviewLines();
		for (const { key } of sample.inventory.quartiere)
			lines.push(...(await quartierLines(key, check(key))));
		expect(verdicts).toBeGreaterThan(500);
		await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/sentences.${locale}.txt`);
	});
});
