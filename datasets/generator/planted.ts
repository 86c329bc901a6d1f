/** The smallest seed whose draw passes `drawProblems`; found by `generate.ts --find-seed`. */
export const SEED = 88;

/** Where the survey effects are planted. */
export const PLANTED_QUARTIER = 'SZ-Lebenstedt';

/** Nothing at all changes here between the waves: whatever is reported is a false alarm. */
export const UNCHANGED_QUARTIER = 'Lehndorf';

/** Safety in the planted Quartier: share satisfied before the rise, and the rise (0.14 = 14 points). */
export const SAFETY = {
	shareBefore: {
		'Sicherheit: In der Wohnung': 0.58,
		'Sicherheit: Im Haus': 0.52,
		'Sicherheit: Abends auf dem Weg nach Hause': 0.44
	} as Readonly<Record<string, number>>,
	rise: 0.14,
	/** first wave with the rise */
	wave: 2025,
	/** how far the drawn rise may be from the planted one */
	tolerance: 0.03
};

/** Neighbourhood in the planted Quartier, in all waves: shift on the latent scale, about −15 points. */
export const NEIGHBOURHOOD_SHIFT = -0.4;

/** New cases in the pandemic, as a factor of normal times; the days are those of the event. */
export const PANDEMIC = {
	from: '2020-03-16',
	to: '2022-03-31',
	factor: 0.6,
	/** the Treffs were closed, so hardly any case began there */
	closedArea: 'Gesundheit und Geselligkeit',
	closedFactor: 0.04
} as const;

/** Income counselling doubles in all Quartiere from this day on. */
export const INCOME = {
	topic: 'Einkommen und Sozialleistungen',
	from: '2022-10-01',
	factor: 2
} as const;

/** Contacts, rent debts, benefits and visits are recorded from this day on. */
export const RECORDS_FROM = '2023-01-01';

/** Children and young people come more often to the Treff of the planted Quartier from this day on. */
export const YOUNG = {
	quartier: PLANTED_QUARTIER,
	targets: ['Kinder', 'Jugendliche'],
	from: '2025-01-01',
	factor: 1.8
};
