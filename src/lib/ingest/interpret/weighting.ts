import type { SurveyResponse } from '../../domain';
import { collapse, rake, type Margin, type Raked } from '../../statistics';
import type { Mapping, Weighting } from '../mapping';

/** One margin after calibration: how its cells stand before and after, and which were joined. */
export type CalibratedMargin = {
	dimension: string;
	cells: {
		/** names that form the cell, more than one where some had no response of their own */
		names: string[];
		responses: number;
		/** share of the responses before weighting, after it, and in the population, 0 to 1 */
		before: number;
		after: number;
		population: number;
	}[];
	/** responses of which the margin does not know the cell; they keep their weight in it */
	unknown: number;
};

/** What calibrating the weights of a wave came to. */
export type CalibrationReport = Omit<Raked, 'weights'> & {
	/** place of the wave */
	wave: number;
	margins: CalibratedMargin[];
	responses: number;
	/** lowest and highest weight as a multiple of the mean weight */
	least: number;
	most: number;
};

/** The name of the cell of a response in a margin, null where it is not known. */
const nameIn = (
	response: SurveyResponse,
	dimension: string,
	dimensions: readonly string[]
): string | null =>
	dimension === 'quartier'
		? response.quartier
		: (response.groups[dimensions.indexOf(dimension)] ?? null);

type Prepared = Margin & { dimension: string; names: string[][]; cell: number[] };

/** A margin over the responses of a wave, with cells that nobody answered in joined with their neighbour. */
function prepared(
	margin: Weighting['margins'][number],
	responses: readonly SurveyResponse[],
	dimensions: readonly string[]
): Prepared {
	const { dimension } = margin;
	const populations = margin.populations.filter(([, population]) => population > 0);
	const known = new Map(populations.map(([name], place) => [name, place]));
	const places = responses.map(
		(response) => known.get(nameIn(response, dimension, dimensions) ?? '') ?? -1
	);
	const counts = populations.map((_, place) => places.filter((one) => one === place).length);
	const joined = collapse(counts);
	const size = Math.max(...joined, -1) + 1;
	const names: string[][] = Array.from({ length: size }, () => []);
	const totals = Array.from({ length: size }, () => 0);
	populations.forEach(([name, population], place) => {
		names[joined[place]!]!.push(name);
		totals[joined[place]!]! += population;
	});
	return {
		dimension,
		names,
		totals,
		cell: places.map((place) => (place < 0 ? -1 : joined[place]!))
	};
}

/** Σ of some numbers by cell. */
const byCell = ({ cell, totals }: Margin, values: ArrayLike<number>): number[] =>
	totals.map((_, place) => {
		let sum = 0;
		for (let at = 0; at < values.length; at++) if (cell[at] === place) sum += values[at]!;
		return sum;
	});

function reported(
	margin: Prepared,
	start: ArrayLike<number>,
	weights: Float64Array
): CalibratedMargin {
	const shares = (sums: readonly number[]): number[] => {
		const all = sums.reduce((a, b) => a + b, 0);
		return sums.map((sum) => (all > 0 ? sum / all : 0));
	};
	const responses = byCell(
		margin,
		Array.from(start, () => 1)
	);
	const [before, after] = [shares(byCell(margin, start)), shares(byCell(margin, weights))];
	const population = shares(margin.totals);
	return {
		dimension: margin.dimension,
		cells: margin.names.map((names, at) => ({
			names,
			responses: responses[at]!,
			before: before[at]!,
			after: after[at]!,
			population: population[at]!
		})),
		unknown: margin.cell.filter((cell) => cell < 0).length
	};
}

/**
 * Calibrates the weights of responses to the margins that their wave is weighted to, in place. They begin
 * at their weight in the file, scaled to the population, so that a sheet that a margin does not know
 * counts as an average one.
 */
export function calibrate(
	responses: readonly SurveyResponse[],
	dimensions: readonly string[],
	waves: Mapping['waves']
): CalibrationReport[] {
	return waves.flatMap(({ weighting }, wave): CalibrationReport[] => {
		const own = responses.filter((response) => response.wave === wave);
		if (!weighting || own.length === 0) return [];
		const margins = weighting.margins
			.map((margin) => prepared(margin, own, dimensions))
			.filter(
				({ cell, totals }) => totals.some((total) => total > 0) && cell.some((one) => one >= 0)
			);
		if (margins.length === 0) return [];
		const sum = own.reduce((total, { weight }) => total + weight, 0);
		const population = margins.at(-1)!.totals.reduce((a, b) => a + b, 0);
		const start = own.map(({ weight }) => (weight * population) / sum);
		const { weights, ...raked } = rake(margins, own.length, {
			start,
			cap: weighting.cap,
			shares: true
		});
		own.forEach((response, at) => (response.weight = weights[at]!));
		const mean = weights.reduce((a, b) => a + b, 0) / own.length;
		return [
			{
				...raked,
				wave,
				margins: margins.map((margin) => reported(margin, start, weights)),
				responses: own.length,
				least: weights.reduce((a, b) => Math.min(a, b), Infinity) / mean,
				most: weights.reduce((a, b) => Math.max(a, b), 0) / mean
			}
		];
	});
}

/**
 * Weights of waves that were drawn, in place: how many of what was drawn the Quartier has ÷ how many
 * answered. Only where the wave says the populations; a weight in the file goes before.
 */
export function weighByDesign(responses: readonly SurveyResponse[], waves: Mapping['waves']): void {
	waves.forEach(({ design }, wave) => {
		if (!design?.populations) return;
		const populations = new Map(design.populations);
		const strata = new Map<string, { own: SurveyResponse[]; houses: Set<string>; alone: number }>();
		for (const response of responses) {
			if (response.wave !== wave) continue;
			const stratum = strata.get(response.quartier) ?? { own: [], houses: new Set(), alone: 0 };
			strata.set(response.quartier, stratum);
			stratum.own.push(response);
			if (response.cluster === '' || design.drawn === 'households') stratum.alone++;
			else stratum.houses.add(response.cluster);
		}
		for (const [quartier, { own, houses, alone }] of strata) {
			const population = populations.get(quartier);
			if (population === undefined) continue;
			for (const response of own) response.weight = population / (houses.size + alone);
		}
	});
}
