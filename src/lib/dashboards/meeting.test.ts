import { expect, it } from 'vitest';
import { DEFINITIONS } from '../disclosure';
import type { Noteworthy } from '../presentation';
import { meetingProposals } from './meeting';

const one = (id: string, kind: Noteworthy['kind'], panel: string): Noteworthy => ({
	quartier: 'a',
	definition: DEFINITIONS.find((definition) => definition.id === id)!,
	kind,
	now: {
		value: 1,
		low: null,
		high: null,
		standardError: null,
		n: 50,
		base: 50,
		protection: 'open'
	},
	when: '2025',
	from: 0,
	since: '2022',
	change: undefined,
	isRecent: false,
	course: [],
	panel,
	trend: undefined
});

it('proposes panels of which there are pictures, each once, what is new first', () => {
	const changes = [
		one('index-safety', 'new', 'safety-course'),
		one('new-cases-rate', 'new', 'case-rate'),
		one('young-share', 'new', 'young')
	];
	const gaps = [
		one('nps', 'standing', 'key-figures'),
		one('index-service', 'standing', 'topic-service'),
		one('new-cases-rate', 'standing', 'neighbours'),
		one('nps', 'standing', 'key-figures')
	];
	const need = { quartier: 'a', worse: 1, better: 0, of: 7, changes: [], reason: undefined, n: 50 };
	const found = meetingProposals(changes, gaps, [need]);
	expect(found.map(({ panel, indicator }) => [panel, indicator])).toEqual([
		['strip', undefined],
		['safety-course', undefined],
		['case-rate', undefined],
		['trend', 'nps'],
		['priorities', undefined],
		['young', undefined],
		['service-items', undefined],
		['neighbours', undefined]
	]);
	expect(meetingProposals([], [], [])).toEqual([]);
	// What stands apart is first proposed of another Quartier.
	const elsewhere = { ...one('index-service', 'standing', 'topic-service'), quartier: 'b' };
	const [, , , fourth] = meetingProposals(changes, [...gaps, elsewhere], [need]);
	expect(fourth).toMatchObject({ quartier: 'b', panel: 'service-items' });
});
