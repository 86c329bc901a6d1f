import { randomStream } from './random';

const SATISFACTION = ['Low', 'Medium', 'High'] as const;
const INFLUENCE = ['Low', 'Medium', 'High'] as const;

/**
 * Copenhagen Housing Conditions Survey: 1,681 tenants as 72 frequencies, by contact, type of
 * building, influence (rows) and satisfaction (columns), both from low to high.
 * Madsen, M. (1976), Statistical analysis of multiple contingency tables: two examples. Scand. J.
 * Statist. 3, 97–106; distributed in R's MASS package as `housing`.
 */
const FREQUENCIES = {
	Low: {
		Tower: [
			[21, 21, 28],
			[34, 22, 36],
			[10, 11, 36]
		],
		Apartment: [
			[61, 23, 17],
			[43, 35, 40],
			[26, 18, 54]
		],
		Atrium: [
			[13, 9, 10],
			[8, 8, 12],
			[6, 7, 9]
		],
		Terrace: [
			[18, 6, 7],
			[15, 13, 13],
			[7, 5, 11]
		]
	},
	High: {
		Tower: [
			[14, 19, 37],
			[17, 23, 40],
			[3, 5, 23]
		],
		Apartment: [
			[78, 46, 43],
			[48, 45, 86],
			[15, 25, 62]
		],
		Atrium: [
			[20, 23, 20],
			[10, 22, 24],
			[7, 10, 21]
		],
		Terrace: [
			[57, 23, 13],
			[31, 21, 13],
			[5, 6, 13]
		]
	}
} as const;

export type CopenhagenCell = {
	satisfaction: string;
	influence: string;
	contact: string;
	type: string;
	frequency: number;
};

/** The 72 cells of the published table. */
export const COPENHAGEN: readonly CopenhagenCell[] = Object.entries(FREQUENCIES).flatMap(
	([contact, types]) =>
		Object.entries(types).flatMap(([type, table]) =>
			INFLUENCE.flatMap((influence, row) =>
				SATISFACTION.map((satisfaction, column) => ({
					satisfaction,
					influence,
					contact,
					type,
					frequency: table[row]?.[column] ?? 0
				}))
			)
		)
);

/** The rows of `kopenhagen-1976.csv`, heading included: one per tenant, in a shuffled order. */
export function copenhagenRows(seed: number): (string | number)[][] {
	const tenants = COPENHAGEN.flatMap((cell) =>
		Array.from({ length: cell.frequency }, () => [
			cell.satisfaction,
			cell.influence,
			cell.contact,
			cell.type
		])
	);
	const shuffled = randomStream(seed, 'copenhagen').shuffle(tenants);
	return [
		['Sheet', 'Satisfaction', 'Influence', 'Contact', 'Type'],
		...shuffled.map((tenant, at) => [at + 1, ...tenant])
	];
}
