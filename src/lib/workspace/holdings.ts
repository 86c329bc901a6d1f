import { membersOf, type Context, type RecordFamily } from '../disclosure';
import {
	CATEGORY_DIMENSIONS,
	isSettled,
	type CategoryDimension,
	type QuartierEvent
} from '../domain';
import type { CatalogItem } from '../engine';

/** What the workspace holds, as far as pages need it to offer choices: names, no figures. */
export type Holdings = {
	quartiere: {
		key: string;
		name: string;
		city: string;
		/** dwellings of the newest year known */
		dwellings: number | null;
	}[];
	/** oldest first, with the ISO days of the field period */
	waves: { name: string; from: string; to: string }[];
	/** waves with an item to which several answers could be chosen */
	choices: string[];
	/** open questions, those answered most often first */
	questions: { question: string; wave: string }[];
	/** items that were asked, the oldest first */
	items: CatalogItem[];
	/** questions that a wave asked, of which nobody has said yet what their answers mean */
	unsettled: { wave: string; text: string }[];
	/** groups by which people can be filtered, with their categories in order */
	groups: { name: string; categories: string[] }[];
	/** households of each Quartier in the year in which a wave's fieldwork began, where all are known */
	households: { wave: string; quartier: string; households: number }[];
	/** how calibrating the weights of waves ended */
	calibrations: (Omit<Context['calibrations'][number], 'wave'> & { wave: string })[];
	/** words that cases and records use, by dimension, in order */
	members: Partial<Record<CategoryDimension, string[]>>;
	/** whether cases say why they were closed */
	reasons: boolean;
	/** what is recorded beside cases */
	records: RecordFamily[];
	/** first and last day that the case statistics cover */
	coverage: { from: string; to: string } | null;
};

/** The events that files listed. They change with their file alone. */
export const fileEvents = ({ events }: Context): QuartierEvent[] =>
	events.map((event, index) => ({
		...event,
		id: `file ${index}`,
		author: '',
		changed: `${event.from}T00:00:00.000Z`
	}));

/** The holdings behind a context. */
export function holdingsOf(context: Context): Holdings {
	const { catalog, cube, years, coverage } = context;
	const several = new Set(
		catalog.items.filter(({ scale }) => scale.kind === 'multiple').map(({ id }) => id)
	);
	const asked = new Set(
		context.asked.filter((one) => several.has(one.item)).map((one) => one.wave)
	);
	const dimensions = [...new Set(catalog.categories.map((one) => one.dimension))];
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
			const wave = catalog.waves.find((one) => one.name === value);
			return wave ? [{ name: wave.name, from: wave.from, to: wave.to }] : [];
		}),
		choices: catalog.waves.filter(({ id }) => asked.has(id)).map(({ name }) => name),
		questions: context.questions.map(({ question, wave }) => ({
			question,
			wave: catalog.waves.find(({ id }) => id === wave)?.name ?? ''
		})),
		items: catalog.items.filter(({ derived }) => !derived),
		unsettled: catalog.items
			.filter(({ scale }) => !isSettled(scale))
			.flatMap(({ id, text }) =>
				context.asked
					.filter((one) => one.item === id)
					.map((one) => ({
						wave: catalog.waves.find((wave) => wave.id === one.wave)?.name ?? '',
						text
					}))
			),
		groups: dimensions
			.filter((dimension) => !/^(case|record) /.test(dimension))
			.map((name) => ({
				name,
				categories: membersOf(`group:${name}`, context).map((member) => member.value)
			})),
		households: catalog.waves.flatMap((wave) =>
			catalog.quartiere.flatMap(({ id, name }) => {
				const year = Number(wave.from.slice(0, 4));
				const known = years.find((one) => one.quartier === id && one.year === year)?.households;
				return known ? [{ wave: wave.name, quartier: name, households: known }] : [];
			})
		),
		calibrations: context.calibrations.map((one) => ({
			...one,
			wave: catalog.waves.find(({ id }) => id === one.wave)?.name ?? ''
		})),
		members: Object.fromEntries(
			CATEGORY_DIMENSIONS.map((dimension) => [
				dimension,
				membersOf(dimension, context).map(({ value }) => value)
			])
		),
		reasons: membersOf('closingReason', context).length > 0,
		records: (Object.keys(cube.records) as RecordFamily[]).filter(
			(family) => cube.records[family].length > 0
		),
		coverage
	};
}
