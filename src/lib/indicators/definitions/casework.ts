import type { Words } from '../../domain';
import type { CaseIndicator } from './indicator';
import { WILSON_1927 } from './sources';

const CASEWORK = { family: 'case', group: 'casework', minimumBase: 5 } as const;

const COUNT: Words = {
	de: 'Zählung aller Fälle der Fallstatistik (Vollzählung, kein Bereich).',
	en: 'Count of all cases in the case statistics (complete count, no interval).'
};

const OWN: Words = {
	de: 'Zählregel von Quartierspiegel: offen am Anfang + neu − geschlossen = offen am Ende',
	en: 'Counting rule of Quartierspiegel: open at start + new − closed = open at end'
};

/** Every figure from the case statistics. Cases are not persons, and not contacts. */
export const CASE_INDICATORS: readonly CaseIndicator[] = [
	{
		...CASEWORK,
		id: 'new-cases',
		kind: 'count',
		unit: 'count',
		direction: 'neutral',
		completeCount: true,
		on: 'opened',
		name: { de: 'Neue Fälle', en: 'New cases' },
		description: {
			de: 'Fälle, die im Zeitraum eröffnet wurden. Ein Mensch kann mehrere Fälle haben.',
			en: 'Cases opened in the period. One person can have several cases.'
		},
		formula: COUNT,
		source: OWN
	},
	{
		...CASEWORK,
		id: 'closed-cases',
		kind: 'count',
		unit: 'count',
		direction: 'neutral',
		completeCount: true,
		on: 'closed',
		name: { de: 'Geschlossene Fälle', en: 'Closed cases' },
		description: {
			de: 'Fälle, die im Zeitraum geschlossen wurden.',
			en: 'Cases closed in the period.'
		},
		formula: COUNT,
		source: OWN
	},
	{
		...CASEWORK,
		id: 'open-cases',
		kind: 'count',
		unit: 'count',
		direction: 'neutral',
		completeCount: true,
		on: 'stock',
		name: { de: 'Offene Fälle', en: 'Open cases' },
		description: {
			de: 'Fälle, die am letzten Tag des Zeitraums offen sind. Vollzählung, deshalb ohne Bereich.',
			en: 'Cases open on the last day of the period. A complete count, hence no interval.'
		},
		formula: {
			de: 'Bis zum Stichtag eröffnet und an ihm noch nicht geschlossen (Vollzählung).',
			en: 'Opened by the reference date and not closed on it (complete count).'
		},
		source: OWN
	},
	{
		...CASEWORK,
		id: 'new-cases-rate',
		kind: 'rate',
		unit: 'per-1000-dwellings',
		direction: 'neutral',
		completeCount: false,
		on: 'opened',
		name: {
			de: 'Neue Fälle je 1.000 Wohnungen und Jahr',
			en: 'New cases per 1,000 dwellings and year'
		},
		description: {
			de: 'Neue Fälle eines Jahres auf 1.000 Wohnungen; so lassen sich große und kleine Quartiere vergleichen.',
			en: 'New cases of a year per 1,000 dwellings, so that large and small Quartiere can be compared.'
		},
		formula: {
			de: 'Neue Fälle ÷ Wohnungen der jeweiligen Jahre (angebrochene Jahre anteilig) · 1.000. Exakter Poisson-Bereich (Garwood 1936).',
			en: 'New cases ÷ dwellings of the years in question (parts of years in proportion) · 1,000. Exact Poisson interval (Garwood 1936).'
		},
		source: {
			de: 'Garwood (1936), Biometrika 28, 437–442',
			en: 'Garwood (1936), Biometrika 28, 437–442'
		}
	},
	{
		...CASEWORK,
		id: 'success-share',
		kind: 'share',
		unit: 'percent',
		direction: 'higher-better',
		completeCount: false,
		on: 'closed',
		judged: true,
		name: { de: 'Erfolgreich geschlossen', en: 'Closed with success' },
		description: {
			de: 'Anteil der geschlossenen Fälle, deren Ergebnis als Erfolg zählt (beim Import bestätigt).',
			en: 'Share of closed cases whose outcome counts as success (confirmed at import).'
		},
		formula: {
			de: 'Erfolgreich geschlossene Fälle ÷ alle geschlossenen Fälle mit Ergebnis. Wilson-Bereich (Wilson 1927).',
			en: 'Cases closed with success ÷ all closed cases with an outcome. Wilson interval (Wilson 1927).'
		},
		source: WILSON_1927
	},
	{
		...CASEWORK,
		id: 'case-duration',
		kind: 'duration',
		unit: 'days',
		direction: 'neutral',
		completeCount: false,
		on: 'opened',
		name: { de: 'Dauer der Fälle (Median)', en: 'Duration of cases (median)' },
		description: {
			de: 'Nach so vielen Tagen ist die Hälfte der Fälle geschlossen, die im Zeitraum eröffnet wurden. Offene Fälle zählen mit.',
			en: 'After so many days half of the cases opened in the period are closed. Open cases count as well.'
		},
		formula: {
			de: 'Median nach Kaplan und Meier (1958): Noch offene Fälle sind bis zum letzten Tag der Statistik beobachtet und werden nie weggelassen. Bereich aus der Varianz nach Greenwood, logarithmisch (wie survfit in R).',
			en: 'Median by Kaplan and Meier (1958): cases still open were observed up to the last day of the statistics and are never dropped. Interval from Greenwood’s variance on the logarithmic scale (as survfit in R).'
		},
		source: {
			de: 'Kaplan und Meier (1958), JASA 53, 457–481',
			en: 'Kaplan and Meier (1958), JASA 53, 457–481'
		}
	},
	{
		...CASEWORK,
		id: 'still-open',
		kind: 'share',
		unit: 'percent',
		direction: 'neutral',
		completeCount: false,
		on: 'opened',
		curve: true,
		name: { de: 'Noch offen nach Monaten', en: 'Still open after months' },
		description: {
			de: 'Anteil der im Zeitraum eröffneten Fälle, die so viele Monate nach der Eröffnung noch offen sind.',
			en: 'Share of the cases opened in the period that are still open so many months after they were opened.'
		},
		formula: {
			de: 'Überlebenskurve nach Kaplan und Meier (1958), ein Monat sind 30,44 Tage; n sind die Fälle, die so lange beobachtet sind. Bereich aus der Varianz nach Greenwood, logarithmisch (wie survfit in R).',
			en: 'Survival curve of Kaplan and Meier (1958), a month being 30.44 days; n are the cases observed for so long. Interval from Greenwood’s variance on the logarithmic scale (as survfit in R).'
		},
		source: {
			de: 'Kaplan und Meier (1958), JASA 53, 457–481',
			en: 'Kaplan and Meier (1958), JASA 53, 457–481'
		}
	},
	...(
		[
			['contacts', 'value', { de: 'Kontakte je Fall', en: 'Contacts per case' }],
			['minutes', 'minutes', { de: 'Minuten je Fall', en: 'Minutes per case' }]
		] as const
	).map(([per, unit, name]): CaseIndicator => ({
		...CASEWORK,
		id: `${per}-per-case`,
		kind: 'mean',
		unit,
		direction: 'neutral',
		completeCount: false,
		on: 'closed',
		per,
		name,
		description: {
			de: `${name.de} im Mittel, über Fälle, die im Zeitraum geschlossen wurden und zu denen Kontakte erfasst sind.`,
			en: `${name.en} on average, over cases closed in the period of which contacts were noted.`
		},
		formula: {
			de: 'Mittelwert ± t · Standardfehler. Fälle ohne einen einzigen erfassten Kontakt zählen nicht: Bei ihnen wurde nicht mitgeschrieben.',
			en: 'Mean ± t · standard error. Cases without a single contact noted do not count: nothing was written down about them.'
		},
		source: OWN
	}))
];
