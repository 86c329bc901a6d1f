import { expect, test } from 'vitest';
import { suggestedWaves } from './waves';

const wave = (name: string, from = '', key = '') => ({ key, name, from, to: from });
const TODAY = '2026-03-01';

test.each([
	['the year of the field period', wave('2025', '2025-09-01'), [], '2025'],
	['this year where no day is known', wave(''), [], '2026'],
	[
		'as the newest earlier one is named',
		wave('2025', '2025-09-01'),
		[
			{ name: 'Frühjahr 2019', from: '2019-03-01' },
			{ name: 'Herbst 2022', from: '2022-09-01' }
		],
		'Herbst 2025'
	],
	[
		'what the user typed',
		wave('Sonderwelle', '2025-09-01'),
		[{ name: '2022', from: '2022-01-01' }],
		'Sonderwelle'
	],
	['what the file says', wave('W3', '', 'W3'), [{ name: '2022', from: '2022-01-01' }], 'W3'],
	['nothing that is taken', wave(''), [{ name: '2026', from: '2026-01-01' }], '']
])('a wave is named by %s', (_, own, earlier, name) => {
	expect(suggestedWaves([own], earlier, TODAY)[0]?.name).toBe(name);
});
