/** A survey that is drawn at random: three waves as files, and its figures from the responses one by one. */
import type { IndicatorQueryInput } from '../../../domain';
import type { Engine } from '../../../engine';
import {
	directMean,
	directShare,
	directWeighted,
	load,
	seeded,
	table,
	type Direct
} from '../../testing';

/** Answers from the worst to the best; the last two count as satisfied. */
export const POINTS = [
	'sehr unzufrieden',
	'eher unzufrieden',
	'teils/teils',
	'eher zufrieden',
	'sehr zufrieden'
];
const QUESTIONS = {
	overall: ['Zufriedenheit insgesamt'],
	housing: ['Wohnung: Zustand', 'Gebäude: Treppenhaus'],
	environment: ['Wohnumfeld: Grünflächen'],
	safety: ['Sicherheit: In der Wohnung', 'Sicherheit: Im Haus', 'Sicherheit: Auf dem Weg'],
	neighbourhood: ['Nachbarschaft: Hilfe', 'Nachbarschaft: Konflikte'],
	service: ['Service: Reparaturen', 'Service: Freundlichkeit']
};
type Topic = keyof typeof QUESTIONS;
const ASKED = Object.values(QUESTIONS).flat();
const RECOMMEND = 'Weiterempfehlung (0 bis 10)';
export const QUARTIERE = [
	{ id: 'sz-lebenstedt', name: 'SZ-Lebenstedt' },
	{ id: 'heidberg', name: 'Heidberg' },
	{ id: 'oelper', name: 'Ölper' }
];

export type Sheet = {
	quartier: string;
	wave: string;
	age: string;
	household: string;
	weight: number;
	/** question to answer as it stands in the file */
	answers: Record<string, string>;
};

const random = seeded(4711);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;

function draw(wave: string, count: number, weighted: boolean): Sheet[] {
	return Array.from({ length: count }, () => ({
		quartier: pick(QUARTIERE).name,
		wave,
		age: pick(['unter 30', '30 bis 44', '65 und älter', 'keine Angabe', '']),
		household: pick(['allein lebend', 'Paar']),
		weight: weighted ? Math.round(50 + 300 * random()) / 100 : 1,
		answers: Object.fromEntries<string>([
			...ASKED.map((question): [string, string] => [
				question,
				pick([...POINTS, ...POINTS, 'weiß nicht', 'keine Angabe', ''])
			]),
			[RECOMMEND, pick([...'0123456789', '10', '9', '10', '99', ''])]
		])
	}));
}

export const responses = [
	...draw('2019', 150, true),
	...draw('2022', 140, false),
	...draw('2025', 160, false)
];
export const HOUSEHOLDS: Record<string, number> = {
	'SZ-Lebenstedt': 1251,
	Heidberg: 900,
	Ölper: 610
};

/** The file of some waves: the columns that they share, and weights where they have some. */
const surveyFile = (rows: readonly Sheet[], weighted: boolean): string =>
	table(
		[
			'Bogen',
			'Eingang',
			'Welle',
			'Quartier',
			'Altersgruppe',
			'Haushalt',
			...ASKED,
			RECOMMEND,
			...(weighted ? ['Gewicht'] : [])
		],
		rows.map((sheet, index) => [
			index + 1,
			`${(index % 28) + 1}.05.${sheet.wave}`,
			sheet.wave,
			sheet.quartier,
			sheet.age,
			sheet.household,
			...[...ASKED, RECOMMEND].map((question) => sheet.answers[question]),
			...(weighted ? [String(sheet.weight).replace('.', ',')] : [])
		])
	);

const MASTER = table(
	['Quartier', 'Jahr', 'Wohnungen', 'Haushalte'],
	QUARTIERE.flatMap(({ name }) =>
		['2019', '2022', '2025'].map((year) => [
			name,
			year,
			HOUSEHOLDS[name]! + 20,
			HOUSEHOLDS[name]! + Number(year) - 2019
		])
	)
);

/** Fills the database with the three waves and the master data. */
export async function loadSurvey(engine: Engine): Promise<void> {
	const weighted = responses.filter((sheet) => sheet.wave === '2019');
	await load(
		engine,
		surveyFile(weighted, true),
		surveyFile(
			responses.filter((sheet) => sheet.wave !== '2019'),
			false
		),
		MASTER
	);
}

/** What an answer counts, or null where it does not: independent of everything in `indicators`. */
export const point = (sheet: Sheet, question: string): number | null => {
	const index = POINTS.indexOf(sheet.answers[question] ?? '');
	return index < 0 ? null : index + 1;
};
export const top = (sheet: Sheet, question: string): number | null => {
	if (question === RECOMMEND) {
		const points = promoter(sheet);
		return points === null ? null : Number(points === 100);
	}
	const value = point(sheet, question);
	return value === null ? null : Number(value >= 4);
};
const index = (sheet: Sheet, topic: Topic): number | null => {
	const scores = QUESTIONS[topic]
		.map((question) => point(sheet, question))
		.filter((value) => value !== null)
		.map((value) => (value - 1) * 25);
	if (scores.length === 0 || scores.length * 2 < QUESTIONS[topic].length) return null;
	return scores.reduce((a, b) => a + b, 0) / scores.length;
};
export const promoter = (sheet: Sheet): number | null => {
	const answer = sheet.answers[RECOMMEND] ?? '';
	if (answer === '' || answer === '99') return null;
	return Number(answer) >= 9 ? 100 : Number(answer) <= 6 ? -100 : 0;
};

export const FIGURES: Record<string, { share?: boolean; y: (sheet: Sheet) => number | null }> = {
	'satisfied-overall': { share: true, y: (sheet) => top(sheet, 'Zufriedenheit insgesamt') },
	'mean-satisfaction': { y: (sheet) => point(sheet, 'Zufriedenheit insgesamt') },
	'index-housing': { y: (sheet) => index(sheet, 'housing') },
	'index-environment': { y: (sheet) => index(sheet, 'environment') },
	'index-safety': { y: (sheet) => index(sheet, 'safety') },
	'index-neighbourhood': { y: (sheet) => index(sheet, 'neighbourhood') },
	'index-service': { y: (sheet) => index(sheet, 'service') },
	nps: { y: promoter }
};

const groupsOf = (sheet: Sheet): Record<string, string> => ({
	age: ['keine Angabe', ''].includes(sheet.age) ? '' : sheet.age,
	household: sheet.household
});
export const idOf = (name: string): string => QUARTIERE.find((one) => one.name === name)!.id;

/** The value of a sheet in a dimension; '' where it has none. */
function valueIn(sheet: Sheet, dimension: string, contrast: string | undefined): string {
	if (dimension === 'quartier') return idOf(sheet.quartier);
	if (dimension === 'contrast') return idOf(sheet.quartier) === contrast ? 'self' : 'rest';
	if (dimension === 'wave') return sheet.wave;
	return groupsOf(sheet)[dimension.slice('group:'.length)] ?? '';
}

/** Figures of a query, computed from the responses one by one. */
export function direct(
	{ by = [], filters = {}, contrast }: Omit<IndicatorQueryInput, 'indicators'>,
	{ share = false, y }: { share?: boolean; y: (sheet: Sheet) => number | null }
): Map<string, Direct> {
	const cells = new Map<string, Sheet[]>();
	for (const sheet of responses) {
		if (filters.quartier && !filters.quartier.includes(idOf(sheet.quartier))) continue;
		if (filters.wave && !filters.wave.includes(sheet.wave)) continue;
		const groups = Object.entries(filters.groups ?? {});
		if (groups.some(([name, kept]) => !kept.includes(groupsOf(sheet)[name] ?? ''))) continue;
		if (y(sheet) === null) continue;
		const values = by.map((dimension): [string, string] => [
			dimension,
			valueIn(sheet, dimension, contrast)
		]);
		if (values.some(([, value]) => value === '')) continue;
		const key = JSON.stringify(values);
		cells.set(key, [...(cells.get(key) ?? []), sheet]);
	}
	return new Map(
		[...cells].map(([key, rows]): [string, Direct] => {
			const ys = rows.map((sheet) => y(sheet)!);
			const waves = new Set(rows.map((sheet) => sheet.wave));
			if (waves.has('2019')) {
				const design = responses.filter((sheet) => waves.has(sheet.wave)).length;
				return [
					key,
					directWeighted(
						ys,
						rows.map((sheet) => sheet.weight),
						design,
						share
					)
				];
			}
			return [key, share ? directShare(ys) : directMean(ys)];
		})
	);
}
