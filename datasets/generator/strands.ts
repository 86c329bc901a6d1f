import { AGES, shares, type Age, type Shares } from './people';

export const AREAS = [
	'Sicheres Wohnen',
	'Unterstützung im Alltag',
	'Gesundheit und Geselligkeit',
	'Hilfen in besonderen Lebenssituationen'
] as const;
export type Area = (typeof AREAS)[number];

const ACCESSES = ['Selbstmeldung', 'Hauswart', 'Vermietung', 'Behörde', 'Nachbarn'] as const;
export type Access = (typeof ACCESSES)[number];

/** A topic within a service area: what cases are about, how they come and whom they concern. */
export type Strand = {
	topic: string;
	area: Area;
	/** share of all new cases in normal times */
	share: number;
	access: Shares<Access>;
	ages: Shares<Age>;
};

const strand = (
	topic: string,
	area: Area,
	share: number,
	access: number[],
	ages: number[]
): Strand => ({ topic, area, share, access: shares(ACCESSES, access), ages: shares(AGES, ages) });

const [SAFE, EVERYDAY, COMPANY, SPECIAL] = AREAS;
const MIXED = [0.16, 0.28, 0.34, 0.22];
const OLD = [0, 0.01, 0.14, 0.85];

/** The shares sum to 1. */
export const STRANDS: readonly Strand[] = [
	strand('Mietschulden', SAFE, 0.17, [0.18, 0.02, 0.62, 0.17, 0.01], [0.2, 0.35, 0.34, 0.11]),
	strand('Nachbarschaftskonflikt', SAFE, 0.16, [0.42, 0.14, 0.14, 0.02, 0.28], MIXED),
	strand('Verwahrlosung', SAFE, 0.06, [0.02, 0.42, 0.2, 0.1, 0.26], [0.06, 0.18, 0.42, 0.34]),
	strand(
		'Missverständnis mit der Genossenschaft',
		SAFE,
		0.05,
		[0.55, 0.12, 0.3, 0.01, 0.02],
		MIXED
	),
	strand('Modernisierungsbegleitung', SAFE, 0.06, [0.3, 0.2, 0.48, 0.01, 0.01], MIXED),
	strand('Wohnen im Alter', EVERYDAY, 0.1, [0.5, 0.16, 0.14, 0.1, 0.1], OLD),
	strand('Sprache und Integration', EVERYDAY, 0.06, [0.4, 0.1, 0.2, 0.26, 0.04], MIXED),
	strand('Vereinsamung', COMPANY, 0.11, [0.34, 0.22, 0.06, 0.06, 0.32], [0.06, 0.08, 0.24, 0.62]),
	strand('Wohnen im Alter', COMPANY, 0.03, [0.6, 0.14, 0.06, 0.06, 0.14], OLD),
	strand(
		'Einkommen und Sozialleistungen',
		SPECIAL,
		0.12,
		[0.62, 0.04, 0.22, 0.11, 0.01],
		[0.14, 0.28, 0.3, 0.28]
	),
	strand('Energie', SPECIAL, 0.04, [0.5, 0.1, 0.2, 0.19, 0.01], MIXED),
	strand('Sonstiges', SPECIAL, 0.04, [0.5, 0.14, 0.2, 0.08, 0.08], MIXED)
];
