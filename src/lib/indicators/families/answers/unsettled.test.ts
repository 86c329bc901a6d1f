import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { confirmedItems, type Mapping } from '../../../ingest';
import { ask, loadAs, table } from '../../testing';

const WORDS = ['sehr unzufrieden', 'eher unzufrieden', 'eher zufrieden', 'sehr zufrieden'];

/** Sixty responses of a wave: a worded question, and codes whose good end nobody has named. */
const file = (wave: string): string =>
	table(
		['Quartier', 'Welle', 'Zufriedenheit mit der Wohnung', 'Zufriedenheit mit dem Haus'],
		Array.from({ length: 60 }, (_, row) => [
			row % 2 ? 'Heidberg' : 'Fredenberg',
			wave,
			WORDS[row % 4],
			(row % 5) + 1
		])
	);

const openIn =
	(wave: string) =>
	(mapping: Mapping): Mapping =>
		mapping.waves[0]?.key === wave ? mapping : confirmedItems(mapping);

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await loadAs(engine, openIn('2025'), file('2022'), file('2025'));
});
afterAll(() => engine.close());

const texts = async (indicator: string, wave: string): Promise<string[]> => {
	const filters = { wave: [wave] };
	const result = await ask(engine, { indicators: [indicator], by: ['item'], filters });
	return result.rows.map(({ dimensions }) => result.items[dimensions.item ?? '']?.text ?? '');
};

test.each(['item-share', 'item-mean', 'item-distribution', 'item-median', 'item-total'])(
	'%s is no figure of a question that is not settled',
	async (indicator) => {
		const [housing, building] = ['Zufriedenheit mit der Wohnung', 'Zufriedenheit mit dem Haus'];
		expect(new Set(await texts(indicator, '2025'))).toEqual(new Set([housing]));
		expect(new Set(await texts(indicator, '2022'))).toEqual(new Set([housing, building]));
	}
);

test('a result names the questions that are left out until somebody has settled them', async () => {
	const about = async (indicator: string, wave: string) => {
		const result = await ask(engine, {
			indicators: [indicator],
			by: [],
			filters: { wave: [wave] }
		});
		return result.unsettled.map(({ text }) => text);
	};
	expect(await about('index-housing', '2025')).toEqual(['Zufriedenheit mit dem Haus']);
	expect(await about('index-housing', '2022')).toEqual([]);
	expect(await about('index-safety', '2025')).toEqual([]);
	expect(await about('item-share', '2025')).toEqual(['Zufriedenheit mit dem Haus']);
});

test('an index is made of the settled questions alone', async () => {
	const query = { indicators: ['index-housing'], by: ['wave' as const] };
	const { rows } = await ask(engine, query);
	// Of the four words each is as frequent as the others; so are the five codes, where they count.
	expect(rows.map(({ estimate }) => estimate.value)).toEqual([50, 50]);
	expect(rows[1]!.estimate.standardError).not.toBeCloseTo(rows[0]!.estimate.standardError!, 6);
});
