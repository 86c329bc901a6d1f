import { expect, it } from 'vitest';
import type { Change, IndicatorResult } from '../domain';
import { DEFINITIONS } from '../disclosure';
import { needs } from './need';
import { Story } from './noteworthy';

const row = (quartier: string, difference: number, pValue: number) => {
	const change: Change = {
		against: 'quartier',
		reference: null,
		difference,
		low: null,
		high: null,
		pValue,
		verdict: pValue >= 0.05 ? 'no-difference' : difference > 0 ? 'higher' : 'lower'
	};
	return {
		indicator: 'index-safety',
		dimensions: { quartier, wave: '2025' },
		estimate: {
			value: 60,
			low: 55,
			high: 65,
			standardError: 2.5,
			n: 100,
			base: 100,
			protection: 'open' as const
		},
		change
	};
};

it('puts those first that are certainly worse off, and says why', () => {
	const gap: IndicatorResult = {
		audience: 'inside',
		query: { indicators: ['index-safety'], by: ['quartier', 'wave'], filters: {} },
		definitions: DEFINITIONS.filter(({ id }) => id === 'index-safety'),
		rows: [row('good', 9, 0.001), row('alike', -3, 0.4), row('bad', -9, 0.001)],
		members: {},
		waves: {},
		items: {},
		breaks: [],
		unsettled: [],
		notes: []
	};
	const story = new Story({ gap }, 'all', '2025', (wave) => wave ?? '', undefined);
	const found = needs(
		['alike', 'bad', 'few', 'good'],
		{ changes: [], gaps: story.gaps() },
		{ gap },
		'2025'
	);
	expect(found.map(({ quartier, worse, better, of }) => [quartier, worse, better, of])).toEqual([
		['bad', 1, 0, 1],
		['alike', 0, 0, 1],
		['few', 0, 0, 0],
		['good', 0, 1, 1]
	]);
	expect(found.map(({ reason }) => reason?.definition.id)).toEqual([
		'index-safety',
		undefined,
		undefined,
		undefined
	]);
});
