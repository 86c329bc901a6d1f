import { expect, it } from 'vitest';
import { filtersFrom, paramsOf, type Choices, type Filters } from './filters';
import type { PanelContext } from './panel';
import { panelQuery, picksOf, togglePick, withoutLastPick } from './picks';
import { QUARTIER_PANELS } from './quartier';
import { SECTIONS } from './panel';

const choices: Choices = {
	waveName: (wave) => wave ?? '',
	waves: ['2025'],
	years: [2023, 2024],
	groups: [{ name: 'age', categories: ['unter 30', '65 und älter'] }],
	members: { area: ['A', 'B'], offer: ['Kaffee'] },
	trends: [],
	questions: []
};
const search = 'alter=unter+30&angebotsbereich=B&zeit=2023-04-01..2023-06-30';
const filters = filtersFrom(new URLSearchParams(search), choices);
const contextOf = (chosen: Filters): PanelContext => ({
	waveName: (wave) => wave ?? '',
	quartier: 'west',
	filters: chosen,
	waves: ['2025'],
	itemsOf: () => [],
	years: undefined
});
const ask = (id: string) =>
	panelQuery(
		QUARTIER_PANELS.find((panel) => panel.id === id)!,
		contextOf(filters)
	);

it('stands in the address, and is read back', () => {
	expect(filters).toMatchObject({
		groups: { age: ['unter 30'] },
		members: { area: ['B'] },
		span: { from: '2023-04-01', to: '2023-06-30' }
	});
	expect(filtersFrom(paramsOf(filters, choices), choices)).toEqual(filters);
	const unknown = filtersFrom(
		new URLSearchParams('angebotsbereich=C&zeit=2023-06-30..2023-04-01'),
		choices
	);
	expect(unknown).toMatchObject({ members: {}, span: undefined });
});

it('filters the other panels, and not the one that is broken down by it', () => {
	expect(ask('case-topics').filters).toMatchObject({
		members: { area: ['B'] },
		period: { from: '2023-04-01', to: '2023-06-30' }
	});
	expect(ask('success').filters?.members).toBeUndefined();
	expect(ask('areas').filters).toMatchObject({ period: { from: '2023-01-01', to: '2024-12-31' } });
	expect(ask('age').filters?.groups).toBeUndefined();
	expect(ask('topics').filters?.groups).toEqual({ age: ['unter 30'] });
});

it('is lifted one by one, the last first', () => {
	const first = withoutLastPick(filters)!;
	expect(first.span).toBeUndefined();
	const second = withoutLastPick(first)!;
	expect(picksOf(second)).toEqual([{ dimension: 'group:age', value: 'unter 30' }]);
	const third = withoutLastPick(second)!;
	expect(picksOf(third)).toEqual([]);
	expect(withoutLastPick(third)).toBeNull();
});

it('what cannot be picked changes nothing', () => {
	expect(togglePick(filters, { dimension: 'item', value: '3' })).toBe(filters);
});

it('every panel has a place of its own in a section', () => {
	const ids = QUARTIER_PANELS.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	const sections = [...new Set(QUARTIER_PANELS.map(({ section }) => section))];
	expect(sections).toEqual([...SECTIONS]);
});
