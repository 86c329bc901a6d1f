import { CATEGORY_DIMENSIONS, isSettled, type Inventory } from '../domain';
import { groupOf, membersOf, type Context } from '../indicators';

/** The events that files listed. They change with their file alone. */
const eventsOf = ({ events }: Context): Inventory['events'] =>
	events.map((event, index) => ({
		...event,
		id: `file ${index}`,
		author: '',
		changed: `${event.from}T00:00:00.000Z`
	}));

/** What a context holds. */
export function inventoryOf(context: Context): Inventory {
	const { catalog, cube, years, coverage } = context;
	const keyOfWave = (wave: number): string =>
		catalog.waves.find(({ id }) => id === wave)?.key ?? '';
	const several = new Set(
		catalog.items.filter(({ scale }) => scale.kind === 'multiple').map(({ id }) => id)
	);
	const asked = new Set(
		context.asked.filter((one) => several.has(one.item)).map((one) => one.wave)
	);
	const groups = [...new Set(catalog.categories.map((one) => one.dimension))].flatMap(
		(dimension) => groupOf(dimension) ?? []
	);
	return {
		quartiere: membersOf('quartier', context).map(({ value, label, id }) => {
			const known = years.filter((one) => one.quartier === id).sort((a, b) => b.year - a.year);
			return {
				key: value,
				name: label,
				city: catalog.quartiere.find((one) => one.id === id)?.city ?? '',
				dwellings: known[0]?.dwellings ?? null
			};
		}),
		waves: membersOf('wave', context).flatMap(({ value }) => {
			const wave = catalog.waves.find(({ key }) => key === value);
			return wave ? [{ key: wave.key, name: wave.name, from: wave.from, to: wave.to }] : [];
		}),
		choices: catalog.waves.filter(({ id }) => asked.has(id)).map(({ key }) => key),
		questions: context.questions.map(({ question, wave }) => ({
			question,
			wave: keyOfWave(wave)
		})),
		items: catalog.items
			.filter(({ derived }) => !derived)
			.map(({ key, code, text, topic, scale }) => ({ key, code, text, topic, scale })),
		unsettled: catalog.items
			.filter(({ scale }) => !isSettled(scale))
			.flatMap(({ id, text }) =>
				context.asked
					.filter((one) => one.item === id)
					.map((one) => ({
						wave: keyOfWave(one.wave),
						text
					}))
			),
		groups: groups.map((name) => ({
			name,
			categories: membersOf(`group:${name}`, context).map((member) => member.value)
		})),
		households: catalog.waves.flatMap((wave) =>
			catalog.quartiere.flatMap(({ id, name }) => {
				const year = Number(wave.from.slice(0, 4));
				const known = years.find((one) => one.quartier === id && one.year === year)?.households;
				return known ? [{ wave: wave.key, quartier: name, households: known }] : [];
			})
		),
		calibrations: context.calibrations.map((one) => ({
			...one,
			wave: keyOfWave(one.wave)
		})),
		members: Object.fromEntries(
			CATEGORY_DIMENSIONS.map((dimension) => [
				dimension,
				membersOf(dimension, context).map(({ value }) => value)
			])
		),
		reasons: membersOf('closingReason', context).length > 0,
		records: (Object.keys(cube.records) as (keyof typeof cube.records)[]).filter(
			(family) => cube.records[family].length > 0
		),
		events: eventsOf(context),
		coverage
	};
}
