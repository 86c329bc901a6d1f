import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { evaluateCommand } from './evaluate';
import { evaluated, groups, lines, near, one, problem, tidyUp } from './testing';

vi.mock('$lib/engine/node', async (original) =>
	(await import('./testing')).oneEngine(await original())
);

beforeAll(() => {
	vi.setConfig({ testTimeout: 30_000 });
	return openNodeEngine();
}, 60_000);
afterAll(tidyUp);

describe('against R', () => {
	const COPENHAGEN = 'datasets/kopenhagen-1976.csv';

	test('Copenhagen: share of High by type of building', async () => {
		const rows = await evaluated(
			COPENHAGEN,
			'--measure',
			'share',
			'--item',
			'Satisfaction',
			'--by',
			'Type'
		);
		expect(groups(rows, 'Type')).toEqual(['Apartment', 'Atrium', 'Terrace', 'Tower']);
		near(rows[0]!, { value: 0.394771241830065, n: 765, base: 765 });
		near(rows[1]!, { value: 0.401673640167364, n: 239 });
		near(rows[2]!, { value: 0.252707581227437, n: 277 });
		near(rows[3]!, { value: 0.5, n: 400 });
	});

	test('Copenhagen: mean of Low 1, Medium 2, High 3', async () => {
		const rows = await evaluated(
			COPENHAGEN,
			'--measure',
			'mean',
			'--item',
			'Satisfaction',
			'--by',
			'Type'
		);
		const reference = [
			[2.04052287581699, 0.86507557310644, 765],
			[2.13389121338912, 0.80886755875826, 239],
			[1.77256317689531, 0.82679641953977, 277],
			[2.2525, 0.827923543259708, 400]
		] as const;
		reference.forEach(([value, sd, n], at) =>
			near(rows[at]!, { value, standardError: sd / Math.sqrt(n), n })
		);
		near(await one(COPENHAGEN, '--measure', 'mean', '--item', 'Satisfaction'), { n: 1681 });
	});

	test('Copenhagen: groups with a scale stand in its order', async () => {
		const rows = await evaluated(
			COPENHAGEN,
			'--measure',
			'share',
			'--item',
			'Satisfaction',
			'--by',
			'Influence,Contact'
		);
		expect(rows.map((row) => [row.group['Influence'], row.group['Contact']])).toEqual([
			['Low', 'Low'],
			['Low', 'High'],
			['Medium', 'Low'],
			['Medium', 'High'],
			['High', 'Low'],
			['High', 'High']
		]);
	});

	test.each([
		[0, 5, 0, 0.434482464783175],
		[1, 5, 0.0362241086324301, 0.624465370237475],
		[5, 5, 0.565517535216825, 1],
		[7, 10, 0.396778147461145, 0.892208732593699],
		[15, 20, 0.531299122381256, 0.888138298592334],
		[81, 263, 0.255288519878274, 0.3662095769828],
		[412, 1000, 0.381887311279958, 0.4427861982135]
	])('Wilson %i of %i', async (x, n, low, high) => {
		const path = lines(
			'Bogen;Treff',
			...Array.from({ length: n }, (_, at) => `${at};${at < x ? 'Ja' : 'Nein'}`)
		);
		// Where nobody said yes it is no answer that could be named, and the top box all the same.
		const top = x > 0 ? ['--top', 'Ja'] : [];
		const row = await one(path, '--measure', 'share', '--item', 'Treff', '--min-n', '0', ...top);
		near(row, { value: x / n, low, high, n });
	});

	test('NPS', async () => {
		const counts = [3, 1, 2, 4, 6, 18, 12, 30, 41, 22, 35];
		const answers = counts.flatMap((count, value) => Array<number>(count).fill(value));
		const path = lines(
			'Bogen;Weiterempfehlung',
			...[...answers, '', '99'].map((value, at) => `${at};${value}`)
		);
		near(await one(path, '--measure', 'nps', '--item', 'Weiterempfehlung'), {
			value: 6.32183908045977,
			standardError: 5.82974958589589,
			n: 174
		});
	});
});

describe('weights', () => {
	const data = Array.from({ length: 60 }, (_, at) => ({
		y: (at * 7) % 11,
		w: 0.5 + ((at * 13) % 17) / 4,
		group: at % 3 ? 'B' : 'A',
		age: at % 4
	}));
	const path = lines(
		'Bogen;Punkte;Gewicht;Gruppe;Alter;Treff',
		...data.map(
			({ y, w, group, age }, at) =>
				`${at};${String(y + 0.5).replace('.', ',')};${String(w).replace('.', ',')};${group};${age};${y > 5 ? 'Ja' : 'Nein'}`
		)
	);

	/** Σwy / Σw and its linearised standard error over all 60 sheets, as R's svymean. */
	const direct = (
		y: (row: (typeof data)[number]) => number,
		kept: (row: (typeof data)[number]) => boolean = () => true
	) => {
		const rows = data.filter(kept);
		const base = rows.reduce((sum, { w }) => sum + w, 0);
		const value = rows.reduce((sum, row) => sum + row.w * y(row), 0) / base;
		const squares = rows.reduce((sum, row) => sum + (row.w * (y(row) - value)) ** 2, 0);
		return { value, standardError: Math.sqrt((60 / 59) * squares) / base, base, n: rows.length };
	};

	test('mean, share and total', async () => {
		const weight = ['--weight', 'Gewicht'];
		near(
			await one(path, '--measure', 'mean', '--item', 'Punkte', ...weight),
			direct(({ y }) => y + 0.5)
		);
		near(
			await one(path, '--measure', 'share', '--item', 'Treff', ...weight),
			direct(({ y }) => Number(y > 5))
		);
		const total = await one(path, '--measure', 'total', '--item', 'Punkte', ...weight);
		const z = data.map(({ y, w }) => w * (y + 0.5));
		const value = z.reduce((a, b) => a + b, 0);
		near(total, {
			value,
			standardError: Math.sqrt((60 / 59) * z.reduce((a, b) => a + (b - value / 60) ** 2, 0))
		});
	});

	test('of a group the design still has all sheets', async () => {
		const rows = await evaluated(
			path,
			'--measure',
			'mean',
			'--item',
			'Punkte',
			'--weight',
			'Gewicht',
			'--by',
			'Gruppe',
			'--where',
			'Alter=1',
			'--min-n',
			'0'
		);
		expect(groups(rows, 'Gruppe')).toEqual(['A', 'B']);
		for (const row of rows)
			near(
				row,
				direct(
					({ y }) => y + 0.5,
					({ group, age }) => group === row.group['Gruppe'] && age === 1
				)
			);
	});

	test('that cannot be read are refused, with their row', async () => {
		const bad = lines('Bogen;Punkte;Gewicht', '1;3;1', '2;4;viel');
		expect(
			await problem(
				evaluateCommand([bad, '--measure', 'mean', '--item', 'Punkte', '--weight', 'Gewicht'])
			)
		).toBe('bad_weight');
	});
});
