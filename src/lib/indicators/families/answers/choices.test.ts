import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNodeEngine } from '../../../engine/node';
import type { Engine } from '../../../engine';
import type { IndicatorRow } from '../../../domain';
import {
	ask,
	directShare,
	directWeighted,
	expectFigures,
	load,
	seeded,
	table
} from '../../testing';

const random = seeded(7);
const OPTIONS = ['Treff', 'Garten', 'Beratung'];

type Sheet = { quartier: string; asked: boolean; chosen: string[]; weight: number };

const draw = (count: number, weighted: boolean): Sheet[] =>
	Array.from({ length: count }, () => ({
		quartier: random() < 0.4 ? 'SZ-Lebenstedt' : 'Heidberg',
		asked: random() < 0.8,
		chosen: OPTIONS.filter((_, place) => random() < 0.2 * (place + 1)),
		weight: weighted ? Math.round(50 + 200 * random()) / 100 : 1
	}));

const plain = draw(300, false);
const weighted = draw(250, true);

/** One wave, an option to a column: `Ja`, `Nein`, or nothing where the question was not asked. */
const file = (responses: readonly Sheet[], wave: string): string =>
	table(
		[
			'Antwort ID',
			'Datum Abgeschickt',
			'Letzte Seite',
			'Welle',
			'Quartier',
			...OPTIONS.map((option) => `Was nutzen Sie? [${option}]`),
			'Gewicht'
		],
		responses.map(({ quartier, asked, chosen, weight }, index) => [
			`${wave}-${index}`,
			`${wave}-05-01 10:00:00`,
			3,
			wave,
			quartier,
			...OPTIONS.map((option) => (!asked ? 'N/A' : chosen.includes(option) ? 'Ja' : 'Nein')),
			String(weight).replace('.', ',')
		])
	);

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
	await load(engine, file(plain, '2022'), file(weighted, '2025'));
});
afterAll(() => engine.close());

const inWave = async (wave: string): Promise<IndicatorRow[]> => {
	const query = {
		indicators: ['item-choices'],
		by: ['item', 'contrast'] as const,
		contrast: 'sz-lebenstedt',
		filters: { wave: [wave] },
		compare: 'rest' as const
	};
	return (await ask(engine, { ...query, by: [...query.by] })).rows;
};

const where = (option: string, contrast: string) => (row: IndicatorRow) =>
	row.dimensions.answer === option && row.dimensions.contrast === contrast;

test.each(OPTIONS)('share who chose %s, among those asked, unweighted', async (option) => {
	const rows = await inWave('2022');
	for (const contrast of ['self', 'rest']) {
		const asked = plain.filter(
			(sheet) => sheet.asked && (sheet.quartier === 'SZ-Lebenstedt') === (contrast === 'self')
		);
		const row = rows.find(where(option, contrast));
		const expected = directShare(asked.map(({ chosen }) => (chosen.includes(option) ? 1 : 0)));
		expectFigures(row!.estimate, expected, `${option} ${contrast}`);
	}
});

test.each(OPTIONS)(
	'share who chose %s, weighted, in the design of all responses',
	async (option) => {
		const rows = await inWave('2025');
		const asked = weighted.filter((sheet) => sheet.asked && sheet.quartier === 'SZ-Lebenstedt');
		const expected = directWeighted(
			asked.map(({ chosen }) => (chosen.includes(option) ? 1 : 0)),
			asked.map(({ weight }) => weight),
			weighted.length,
			true
		);
		expectFigures(rows.find(where(option, 'self'))!.estimate, expected, option);
	}
);

test('every option is compared with the rest, in one correction', async () => {
	const rows = (await inWave('2022')).filter(({ dimensions }) => dimensions.contrast === 'self');
	expect(rows.map(({ dimensions }) => dimensions.answer)).toEqual(OPTIONS);
	for (const { change } of rows) expect(change).toMatchObject({ against: 'rest' });
});

test('what several answers can be chosen of has no mean and belongs to no index', async () => {
	const distribution = await ask(engine, { indicators: ['item-distribution'], by: ['item'] });
	expect(distribution.rows).toEqual([]);
});
