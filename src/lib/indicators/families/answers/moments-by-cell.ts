import type { DimensionValues, IndicatorQuery } from '../../../domain';
import { addMoments, NO_MOMENTS, type Moments } from '../../../statistics';
import { askedOf, type Context } from '../../cube/context';
import type { Cube } from '../../cube/cube';
import type { Counting } from '../../definitions';
import { axesOf, masksOf, membersAt, walk } from '../../cube/filters';

/** Moments of one item in one wave and one cell: what cells are added up from. */
export type Part = {
	item: number;
	wave: number;
	/** the answer's value, where the query asks for a distribution */
	answer: number;
	dimensions: DimensionValues;
	/** the dimensions as text, the same for all parts of a cell */
	key: string;
	moments: Moments;
	/** its rows in the cube, where they were asked for */
	rows: readonly number[];
};

/** Adds n answers of the same y with their Σw and Σw². */
function add(to: Moments, n: number, sw: number, sww: number, y: number): void {
	to.n += n;
	to.sw += sw;
	to.sww += sww;
	to.swy += sw * y;
	to.swyy += sw * y * y;
	to.swwy += sww * y;
	to.swwyy += sww * y * y;
}

/** The answers that a query walks over: those of the overall questions once more, where it asks who came when. */
export const answersFor = ({ by }: IndicatorQuery, { cube }: Context): Cube['answers'] =>
	by.includes('arrival') ? cube.arrivals : cube.answers;

/**
 * The moments of several ways to count an answer (`ys`) in one walk over the cube, by item and wave
 * in any case. Returns the parts of each way, in the order of `ys`.
 */
export function partsOf(
	ys: readonly Counting[],
	items: readonly number[],
	byAnswer: boolean,
	query: IndicatorQuery,
	context: Context,
	keepsRows = false
): Part[][] {
	const answers = answersFor(query, context);
	const axes = axesOf(query.by, answers, query, context);
	const masks = masksOf(query, answers, context);
	const parts: Part[][] = ys.map(() => []);
	const asked = answers === context.cube.answers ? context.asked : askedOf(answers);
	for (const { item, wave, from, to } of asked) {
		if (!items.includes(item)) continue;
		/** moments of each way, by answer, by combination of members */
		const found = new Map<number, Map<number, Moments[]>>();
		const kept = keepsRows ? new Map<string, number[]>() : null;
		walk([from, to], masks, axes, (row, combination) => {
			const value = answers.value[row]!;
			const answer = byAnswer ? value : 0;
			let cell = found.get(combination);
			if (!cell) found.set(combination, (cell = new Map<number, Moments[]>()));
			let sums = cell.get(answer);
			if (!sums) cell.set(answer, (sums = ys.map(() => ({ ...NO_MOMENTS }))));
			if (kept) {
				const place = `${combination} ${answer}`;
				const own = kept.get(place);
				if (own) own.push(row);
				else kept.set(place, [row]);
			}
			for (let way = 0; way < ys.length; way++) {
				const y = ys[way]!(value, answers.top[row]!);
				add(sums[way]!, answers.n[row]!, answers.sw[row]!, answers.sww[row]!, y);
			}
		});
		for (const [combination, cell] of found) {
			const dimensions = membersAt(combination, axes);
			const key = JSON.stringify(dimensions);
			for (const [answer, sums] of cell) {
				const rows = kept?.get(`${combination} ${answer}`) ?? [];
				sums.forEach((moments, way) =>
					parts[way]?.push({ item, wave, answer, dimensions, key, moments, rows })
				);
			}
		}
	}
	return parts;
}

export type Merged = { part: Part; waves: Set<number>; responses: number; weighted: boolean };

/** Parts of the same cell added up, with the design of the waves they come from. */
export function merge(found: readonly Part[], context: Context): Merged[] {
	const cells = new Map<string, { part: Part; waves: Set<number> }>();
	for (const part of found) {
		const known = cells.get(part.key);
		if (known) {
			known.part = {
				...known.part,
				moments: addMoments(known.part.moments, part.moments),
				rows: [...known.part.rows, ...part.rows]
			};
			known.waves.add(part.wave);
		} else {
			cells.set(part.key, { part, waves: new Set([part.wave]) });
		}
	}
	return [...cells.values()].map(({ part, waves }) => ({
		part,
		waves,
		...weightsOf(waves, context)
	}));
}

function weightsOf(waves: Set<number>, context: Context): { responses: number; weighted: boolean } {
	const designs = context.waves.filter(({ wave }) => waves.has(wave));
	return {
		responses: designs.reduce((sum, design) => sum + design.responses, 0),
		weighted: designs.some((design) => design.weighted)
	};
}
