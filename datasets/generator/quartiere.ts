import type { IndexTopic } from '../../src/lib/domain';
import { NEIGHBOURHOOD_SHIFT } from './planted';
import { AGES, shares, type Age, type Shares } from './people';

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

export type SampleQuartier = {
	name: string;
	city: 'Salzgitter' | 'Braunschweig';
	/** one number for each of `YEARS`; the 2025 column sums to 9,500 */
	dwellings: readonly number[];
	/** households ÷ dwellings: a few flats are always between two tenants */
	occupancy: number;
	/** ages of the tenants who would answer for their household, the same in all years */
	ages: Shares<Age>;
	/** mean on the latent scale above (+) or below (−) that of the item, the same in all waves */
	level: Readonly<Record<IndexTopic | 'overall', number>>;
	/** share that knows the Treff */
	knowsTreff: number;
};

const level = (
	overall: number,
	housing: number,
	environment: number,
	safety: number,
	neighbourhood: number,
	service: number
): SampleQuartier['level'] => ({
	overall,
	housing,
	environment,
	safety,
	neighbourhood,
	service
});

export const QUARTIERE: readonly SampleQuartier[] = [
	{
		name: 'SZ-Lebenstedt',
		city: 'Salzgitter',
		dwellings: [1296, 1296, 1292, 1290, 1290, 1284, 1284, 1284],
		occupancy: 0.965,
		ages: shares(AGES, [0.15, 0.26, 0.31, 0.28]),
		// safety here is planted as shares, see planted.ts
		level: level(-0.15, -0.1, -0.1, 0, NEIGHBOURHOOD_SHIFT, 0),
		knowsTreff: 0.52
	},
	{
		name: 'SZ-Bad',
		city: 'Salzgitter',
		dwellings: [982, 982, 982, 984, 984, 986, 986, 988],
		occupancy: 0.972,
		ages: shares(AGES, [0.11, 0.21, 0.33, 0.35]),
		level: level(0.05, 0, 0.1, 0.1, 0.1, 0),
		knowsTreff: 0.38
	},
	{
		name: 'SZ-Thiede',
		city: 'Salzgitter',
		dwellings: [846, 846, 846, 846, 842, 842, 842, 842],
		occupancy: 0.97,
		ages: shares(AGES, [0.12, 0.23, 0.34, 0.31]),
		level: level(0, -0.05, -0.05, 0.05, 0.1, 0),
		knowsTreff: 0.34
	},
	{
		name: 'Weststadt',
		city: 'Braunschweig',
		dwellings: [2006, 2006, 2008, 2008, 2008, 2012, 2012, 2018],
		occupancy: 0.981,
		ages: shares(AGES, [0.17, 0.27, 0.31, 0.25]),
		level: level(-0.1, -0.1, 0, -0.15, -0.05, 0),
		knowsTreff: 0.56
	},
	{
		name: 'Heidberg',
		city: 'Braunschweig',
		dwellings: [1370, 1370, 1374, 1374, 1378, 1378, 1378, 1378],
		occupancy: 0.985,
		ages: shares(AGES, [0.12, 0.22, 0.32, 0.34]),
		level: level(0.05, 0.05, 0.1, 0.05, 0.05, 0),
		knowsTreff: 0.45
	},
	{
		name: 'Nordstadt',
		city: 'Braunschweig',
		dwellings: [1148, 1148, 1148, 1150, 1156, 1156, 1156, 1160],
		occupancy: 0.986,
		ages: shares(AGES, [0.2, 0.3, 0.29, 0.21]),
		level: level(0, 0, 0.05, -0.05, 0, 0),
		knowsTreff: 0.36
	},
	{
		name: 'Lehndorf',
		city: 'Braunschweig',
		dwellings: [968, 968, 968, 968, 968, 968, 968, 968],
		occupancy: 0.988,
		ages: shares(AGES, [0.1, 0.21, 0.34, 0.35]),
		level: level(0.1, 0.1, 0.1, 0.1, 0.1, 0.05),
		knowsTreff: 0.4
	},
	{
		name: 'Gliesmarode',
		city: 'Braunschweig',
		dwellings: [874, 874, 874, 874, 874, 874, 874, 880],
		occupancy: 0.984,
		ages: shares(AGES, [0.13, 0.25, 0.33, 0.29]),
		level: level(0.1, 0.1, 0.05, 0.1, 0.1, 0),
		knowsTreff: 0.33
	}
];

/** Dwellings of a Quartier in one of `YEARS`. */
export function dwellingsIn(quartier: SampleQuartier, year: number): number {
	const dwellings = quartier.dwellings[YEARS.indexOf(year)];
	if (dwellings === undefined) throw new Error(`No dwellings of ${quartier.name} in ${year}`);
	return dwellings;
}

/** Households of a Quartier in one of `YEARS`. */
export const householdsIn = (quartier: SampleQuartier, year: number): number =>
	Math.round(dwellingsIn(quartier, year) * quartier.occupancy);

/** The rows of `beispiel-quartiere.csv`, heading included. */
export const quartierRows = (): (string | number)[][] => [
	['Quartier', 'Stadt', 'Jahr', 'Wohnungen', 'Haushalte'],
	...QUARTIERE.flatMap((quartier) =>
		YEARS.map((year) => [
			quartier.name,
			quartier.city,
			year,
			dwellingsIn(quartier, year),
			householdsIn(quartier, year)
		])
	)
];
