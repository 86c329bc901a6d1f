import { describe, expect, it, test } from 'vitest';
import { ProblemError } from '../domain';
import { readMap } from './map';
import { notesAbout, type Note } from './notes';
import { withMoved, withoutPanel, withPanels, type View } from './views';

const square = [
	[0, 0],
	[1, 0],
	[1, 1],
	[0, 1],
	[0, 0]
];
const shape = (name: unknown, geometry: unknown = { type: 'Polygon', coordinates: [square] }) => ({
	type: 'Feature',
	properties: { id: 7, name },
	geometry
});
const geo = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const QUARTIERE = [
	{ key: 'suedstadt', name: 'Südstadt' },
	{ key: 'west', name: 'West' }
];
const problemOf = (text: string): string => {
	try {
		readMap(text, 'karte.geojson', QUARTIERE);
	} catch (error) {
		if (error instanceof ProblemError) return error.problem.code;
	}
	return 'none';
};

describe('a map', () => {
	it('gives each Quartier its shape by a name in any property', () => {
		const parts = { type: 'MultiPolygon', coordinates: [[square], [square]] };
		const { shapes } = readMap(geo(shape('suedstadt'), shape('Hafen', parts)), 'k', QUARTIERE);
		expect(shapes.map(({ name, quartier, polygons }) => [name, quartier, polygons.length])).toEqual(
			[
				['Südstadt', 'suedstadt', 1],
				['Hafen', null, 2]
			]
		);
	});

	it('says what is wrong with a file that is none', () => {
		expect(problemOf('Quartier;x;y')).toBe('map_unreadable');
		expect(problemOf('{"type":"Topology"}')).toBe('map_unreadable');
		expect(problemOf(geo(shape('West', { type: 'Point', coordinates: [1, 2] })))).toBe(
			'map_no_shapes'
		);
		expect(problemOf(geo(shape('Hamburg')))).toBe('map_no_match');
		const many = Array.from({ length: 100_001 }, (_, at) => [at, at]);
		expect(problemOf(geo(shape('West', { type: 'Polygon', coordinates: [many] })))).toBe(
			'map_too_large'
		);
	});
});

const note = (id: string, parts: Partial<Note>): Note => ({
	id,
	kind: 'observation',
	text: 'Text',
	about: {},
	author: '',
	created: '2026-01-01T00:00:00.000Z',
	changed: '2026-01-01T00:00:00.000Z',
	settled: null,
	...parts
});

test('notes about a subject are those that name it, open ones first, then the newest', () => {
	const notes = [
		note('old', { about: { quartier: 'west' } }),
		note('settled', {
			about: { quartier: 'west', panel: 'nps' },
			settled: '2026-03-01T00:00:00.000Z'
		}),
		note('new', { about: { quartier: 'west' }, created: '2026-02-01T00:00:00.000Z' }),
		note('other', { about: { quartier: 'ost' } })
	];
	const ids = (subject: Note['about']) => notesAbout(notes, subject).map(({ id }) => id);
	expect(ids({ quartier: 'west' })).toEqual(['new', 'old', 'settled']);
	expect(ids({ quartier: 'west', panel: 'nps' })).toEqual(['settled']);
	expect(ids({})).toHaveLength(4);
});

test('a note at a panel is about the figure that it showed, where that is known', () => {
	const at = (indicator?: string) => ({
		quartier: 'west',
		panel: 'trend',
		...(indicator ? { indicator } : {})
	});
	const notes = [note('safety', { about: at('index-safety') }), note('any', { about: at() })];
	const ids = (indicator: string) =>
		notesAbout(notes, at(indicator))
			.map(({ id }) => id)
			.toSorted();
	expect(ids('index-safety')).toEqual(['any', 'safety']);
	expect(ids('nps')).toEqual(['any']);
});

describe('a view', () => {
	const view: View = {
		id: 'v',
		name: 'Montag',
		author: '',
		changed: '2026-01-01T00:00:00.000Z',
		panels: ['a', 'b', 'c'].map((panel) => ({ quartier: 'west', panel }))
	};
	const names = ({ panels }: View) => panels.map(({ panel }) => panel).join('');

	it('takes panels at its end, each once', () => {
		const more = [
			{ quartier: 'west', panel: 'b' },
			{ quartier: 'ost', panel: 'b' }
		];
		expect(withPanels(view, more).panels).toHaveLength(4);
	});

	it('moves a panel as far as there is room', () => {
		expect(names(withMoved(view, 0, 1))).toBe('bac');
		expect(names(withMoved(view, 2, -5))).toBe('cab');
		expect(names(withMoved(view, 2, 1))).toBe('abc');
		expect(names(withMoved(view, 9, 1))).toBe('abc');
	});

	it('lets a panel go', () => {
		expect(names(withoutPanel(view, 1))).toBe('ac');
	});
});
