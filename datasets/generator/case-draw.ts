import { CASES_FROM, CASES_TO } from './cases';
import { workingDays } from './dates';
import { INCOME, PANDEMIC } from './planted';
import { QUARTIERE } from './quartiere';
import type { Row } from './reading';

/** `2026-11-22` for `22.11.2026`. */
export const isoDate = (date = ''): string => date.split('.').reverse().join('-');

type Phase = 'before' | 'pandemic' | 'between' | 'after';

/** The phases that the planted effects make; `before` and `between` are normal times. */
function phase(day: string): Phase {
	if (day < PANDEMIC.from) return 'before';
	if (day <= PANDEMIC.to) return 'pandemic';
	return day < INCOME.from ? 'between' : 'after';
}

const DAYS = workingDays(CASES_FROM, CASES_TO);

/** New cases per working day in these phases. */
export function rate(cases: readonly Row[], ...phases: Phase[]): number {
	const days = DAYS.filter((day) => phases.includes(phase(day))).length;
	return cases.filter((row) => phases.includes(phase(isoDate(row['Eröffnet'])))).length / days;
}

export const isIncome = (row: Row): boolean => row['Anlass'] === INCOME.topic;

/** How many times as many income cases there are after the doubling as in normal times. */
export function incomeRatio(cases: readonly Row[]): number {
	const income = cases.filter(isIncome);
	return rate(income, 'after') / rate(income, 'before', 'between');
}

/** What the draw of the cases does not show as planted; empty where it does. */
export function caseProblems(cases: readonly Row[]): string[] {
	const others = cases.filter((row) => !isIncome(row));
	const ratios = {
		'income doubles': incomeRatio(cases) / INCOME.factor,
		'other topics are flat before and after the pandemic':
			rate(others, 'between') / rate(others, 'before'),
		'other topics are flat in the years after': rate(others, 'after') / rate(others, 'before')
	};
	const problems = Object.entries(ratios)
		.filter(([, ratio]) => ratio < 0.9 || ratio > 1.1)
		.map(([name, ratio]) => `${name}: off by a factor of ${ratio}`);
	for (const { name } of QUARTIERE) {
		// a Quartier has one income case in a month or two, so only the direction is certain
		const ratio = incomeRatio(cases.filter((row) => row['Quartier'] === name));
		if (ratio < 1.2) problems.push(`${name}: income cases only times ${ratio}`);
	}
	return problems;
}
