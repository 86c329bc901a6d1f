/** Age groups of the tenants who answer for a household. */
export type Age = 'unter 30' | '30 bis 44' | '45 bis 64' | '65 und älter';
export type Household =
	| 'allein lebend'
	| 'Paar ohne Kinder'
	| 'Familie mit Kindern'
	| 'alleinerziehend'
	| 'Wohngemeinschaft oder andere';
export type Tenure = 'unter 2 Jahre' | '2 bis 10 Jahre' | 'über 10 Jahre';

export type Shares<Key extends string> = Readonly<Record<Key, number>>;

export const NO_ANSWER = 'keine Angabe';

/** The values as shares of the keys, in the same order. */
export const shares = <Key extends string>(
	keys: readonly Key[],
	values: readonly number[]
): Shares<Key> => Object.fromEntries(keys.map((key, at) => [key, values[at] ?? 0])) as Shares<Key>;

export const AGES: readonly Age[] = ['unter 30', '30 bis 44', '45 bis 64', '65 und älter'];
const HOUSEHOLDS: readonly Household[] = [
	'allein lebend',
	'Paar ohne Kinder',
	'Familie mit Kindern',
	'alleinerziehend',
	'Wohngemeinschaft oder andere'
];
const TENURES: readonly Tenure[] = ['unter 2 Jahre', '2 bis 10 Jahre', 'über 10 Jahre'];

/** Probability that a household's answer sheet comes back: the younger, the less often. */
export const RESPONSE: Shares<Age> = shares(AGES, [0.15, 0.22, 0.3, 0.38]);

/** Household type by age. */
export const HOUSEHOLD_BY_AGE: Record<Age, Shares<Household>> = {
	'unter 30': shares(HOUSEHOLDS, [0.42, 0.24, 0.14, 0.06, 0.14]),
	'30 bis 44': shares(HOUSEHOLDS, [0.28, 0.18, 0.38, 0.12, 0.04]),
	'45 bis 64': shares(HOUSEHOLDS, [0.38, 0.34, 0.18, 0.07, 0.03]),
	'65 und älter': shares(HOUSEHOLDS, [0.55, 0.42, 0.005, 0.005, 0.02])
};

/** Years of tenancy by age. */
export const TENURE_BY_AGE: Record<Age, Shares<Tenure>> = {
	'unter 30': shares(TENURES, [0.48, 0.48, 0.04]),
	'30 bis 44': shares(TENURES, [0.24, 0.58, 0.18]),
	'45 bis 64': shares(TENURES, [0.11, 0.37, 0.52]),
	'65 und älter': shares(TENURES, [0.05, 0.2, 0.75])
};
