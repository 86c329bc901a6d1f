import { addDays, germanDate, nextWorkingDay, workingDays } from './dates';
import { HOUSEHOLD_BY_AGE, NO_ANSWER } from './people';
import { INCOME, PANDEMIC, PLANTED_QUARTIER } from './planted';
import { dwellingsIn, QUARTIERE } from './quartiere';
import { randomStream, type Random } from './random';
import { STRANDS, type Area, type Strand } from './strands';

/** First and last day of the file (ISO dates); cases still running at the end are open. */
export const CASES_FROM = '2019-01-02';
export const CASES_TO = '2026-10-31';

/** New cases per working day in normal times, of all Quartiere together. */
const CASES_PER_DAY = 2.28;

/** Duration of a case: log-normal, so that a few take very long. */
export const DURATION = { medianDays: 70, sigma: 0.9 };

/** The planted Quartier has more cases than dwellings alone would give it. */
const PLANTED_QUARTIER_SHARE = 0.2;

const AGE_UNKNOWN = 0.04;

const WORK_FORMS: Record<Area, Record<string, number>> = {
	'Sicheres Wohnen': { Einzelfallhilfe: 0.92, Gruppenarbeit: 0.02, Gemeinwesenarbeit: 0.06 },
	'Unterstützung im Alltag': {
		Einzelfallhilfe: 0.82,
		Gruppenarbeit: 0.12,
		Gemeinwesenarbeit: 0.06
	},
	'Gesundheit und Geselligkeit': {
		Einzelfallhilfe: 0.42,
		Gruppenarbeit: 0.42,
		Gemeinwesenarbeit: 0.16
	},
	'Hilfen in besonderen Lebenssituationen': {
		Einzelfallhilfe: 0.97,
		Gruppenarbeit: 0.02,
		Gemeinwesenarbeit: 0.01
	}
};

const OUTCOMES: Record<string, number> = {
	'erfolgreich beendet': 0.46,
	'teilweise erfolgreich': 0.21,
	weitervermittelt: 0.14,
	abgebrochen: 0.11,
	'ohne Erfolg': 0.08
};

function quartierShares(): Record<string, number> {
	const others = QUARTIERE.filter(({ name }) => name !== PLANTED_QUARTIER);
	const dwellings = others.reduce((sum, quartier) => sum + dwellingsIn(quartier, 2025), 0);
	const share = (1 - PLANTED_QUARTIER_SHARE) / dwellings;
	return {
		[PLANTED_QUARTIER]: PLANTED_QUARTIER_SHARE,
		...Object.fromEntries(others.map((other) => [other.name, dwellingsIn(other, 2025) * share]))
	};
}

/** Expected new cases of a strand on a working day: the planted effects and nothing else. */
function expected({ topic, area, share }: Strand, day: string): number {
	let mean = CASES_PER_DAY * share;
	if (day >= PANDEMIC.from && day <= PANDEMIC.to)
		mean *= area === PANDEMIC.closedArea ? PANDEMIC.closedFactor : PANDEMIC.factor;
	if (topic === INCOME.topic && day >= INCOME.from) mean *= INCOME.factor;
	return mean;
}

/** Date closed and outcome, both empty while the case is open. */
function ending(opened: string, random: Random): { closed: string; outcome: string } {
	const days = Math.round(DURATION.medianDays * Math.exp(DURATION.sigma * random.normal()));
	const closed = nextWorkingDay(addDays(opened, days));
	const outcome = random.pick(OUTCOMES);
	return closed > CASES_TO ? { closed: '', outcome: '' } : { closed: germanDate(closed), outcome };
}

function supportCase(strand: Strand, opened: string, quartier: string, random: Random): string[] {
	const age = random.pick(strand.ages);
	const { closed, outcome } = ending(opened, random);
	return [
		quartier,
		germanDate(opened),
		closed,
		strand.area,
		strand.topic,
		random.pick(strand.access),
		random.pick(WORK_FORMS[strand.area]),
		outcome,
		random.uniform() < AGE_UNKNOWN ? NO_ANSWER : age,
		random.pick(HOUSEHOLD_BY_AGE[age])
	];
}

const HEADING =
	'Fall-Nr;Quartier;Eröffnet;Geschlossen;Angebotsbereich;Anlass;Zugang;Arbeitsform;Ergebnis;' +
	'Altersgruppe;Haushalt';

/** The rows of `beispiel-faelle.csv`, heading included; numbered within the year of opening. */
export function caseRows(seed: number): string[][] {
	const random = randomStream(seed, 'cases');
	const quartiere = quartierShares();
	const casesOfYear = new Map<string, number>();
	const rows = [HEADING.split(';')];
	for (const day of workingDays(CASES_FROM, CASES_TO))
		for (const strand of STRANDS)
			for (let left = random.poisson(expected(strand, day)); left > 0; left--) {
				const year = day.slice(0, 4);
				const number = (casesOfYear.get(year) ?? 0) + 1;
				casesOfYear.set(year, number);
				const quartier = random.pick(quartiere);
				const cells = supportCase(strand, day, quartier, random);
				rows.push([`${year}-${String(number).padStart(4, '0')}`, ...cells]);
			}
	return rows;
}
