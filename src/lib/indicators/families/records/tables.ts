import type { RecordKind } from '../../../domain';
import type { Reader } from '../../../engine';
import { cells, type Cells } from '../../cube/columns';

/** A day that nobody noted, earlier than any. */
export const NO_DAY = -2_147_483_648;

/** The answer to a question that nobody answered, beside 0 and 1. */
export const UNKNOWN = 2;

/** What is recorded beside cases: each row is one record. Euros are as they stand, words are numbers. */
export type RecordFamily = Extract<
	RecordKind,
	'contact' | 'rentDebt' | 'benefit' | 'meetingPlaceDay' | 'cooperation'
>;

const COLUMNS = {
	contact: ['quartier', 'profile', 'area', 'topic', 'day', 'channel', 'minutes'],
	rentDebt: [
		'quartier',
		'profile',
		'area',
		'topic',
		'day',
		'stage',
		'solution',
		'averted',
		'regulated',
		'ended'
	],
	benefit: [
		...['quartier', 'profile', 'area', 'topic', 'benefit'],
		...['advised', 'advised_day', 'entitled', 'entitled_day', 'applied', 'applied_day'],
		...['granted', 'granted_day', 'euros', 'euros_year', 'priced', 'monthly']
	],
	meetingPlaceDay: [
		'quartier',
		'day',
		'meeting_place',
		'offer',
		'target_group',
		'visits',
		'young',
		'targeted',
		'volunteers'
	],
	cooperation: ['quartier', 'partner_kind', 'since', 'until']
} as const satisfies Record<RecordFamily, readonly string[]>;

export type Records = Record<RecordFamily, Cells<string>>;

const day = (expression: string): string =>
	`coalesce(CAST(${expression} - DATE '1970-01-01' AS INTEGER), ${NO_DAY})`;
const whole = (column: string, none = 0): string => `CAST(coalesce(${column}, ${none}) AS INTEGER)`;
const yes = (column: string): string =>
	`CAST(CASE WHEN ${column} IS NULL THEN ${UNKNOWN} WHEN ${column} THEN 1 ELSE 0 END AS INTEGER)`;

/** One row for each case that records can refer to, however often it was listed. */
const CASES = `(SELECT case_key, min(quartier) AS quartier, min(profile) AS profile,
		min(coalesce(area, 0)) AS area, min(coalesce(topic, 0)) AS topic, min(opened) AS opened
	FROM support_case WHERE case_key IS NOT NULL GROUP BY case_key) AS own`;

/** What a record has of its case. */
const OF_CASE = ['quartier', 'profile', 'area', 'topic']
	.map((name) => `${whole(`own.${name}`)} AS ${name}`)
	.join(', ');

const CONTACTS = `SELECT ${OF_CASE}, ${day('contact.day')} AS day, ${whole('kind')} AS channel,
		${whole('minutes', -1)} AS minutes
	FROM contact LEFT JOIN ${CASES} ON own.case_key = contact.case_key`;

const DEBTS = `SELECT ${OF_CASE}, ${day('coalesce(noted, own.opened)')} AS day, ${whole('stage')} AS stage,
		${whole('solution')} AS solution, ${yes('averted')} AS averted,
		CAST(coalesce(owed_start - owed_end, 0) AS DOUBLE) AS regulated,
		CAST(CASE WHEN owed_end IS NULL THEN 0 ELSE 1 END AS INTEGER) AS ended
	FROM rent_debt LEFT JOIN ${CASES} ON own.case_key = rent_debt.case_key`;

/** A step without a day of its own counts on the day of the step before it, the first on that of the case. */
const STEPS = ['advised', 'entitled', 'applied', 'granted'];
const benefitDay = (step: string): string => {
	const before = STEPS.slice(0, STEPS.indexOf(step) + 1).toReversed();
	const days = before.flatMap((name) =>
		name === 'granted' ? ['granted_on', 'decided_on'] : [`${name}_on`]
	);
	return day(`coalesce(${[...days, 'own.opened'].join(', ')})`);
};

const BENEFITS = `SELECT ${OF_CASE}, ${whole('kind')} AS benefit,
		${STEPS.map((step) => `${yes(step)} AS ${step}, ${benefitDay(step)} AS ${step}_day`).join(', ')},
		CAST(CASE WHEN granted THEN coalesce(euros_a_month, 0) ELSE 0 END AS DOUBLE) AS euros,
		CAST(CASE WHEN granted THEN coalesce(euros_a_month, 0)
			* CASE WHEN months IS NULL OR months > 12 THEN 12 ELSE months END ELSE 0 END AS DOUBLE) AS euros_year,
		CAST(CASE WHEN granted AND euros_a_month IS NOT NULL THEN 1 ELSE 0 END AS INTEGER) AS priced,
		CAST(CASE WHEN granted AND euros_a_month IS NOT NULL AND months IS DISTINCT FROM 1
			THEN 1 ELSE 0 END AS INTEGER) AS monthly
	FROM benefit LEFT JOIN ${CASES} ON own.case_key = benefit.case_key`;

const MEETING_PLACE_DAYS = `SELECT ${whole('quartier')} AS quartier, ${day('day')} AS day,
		${whole('meeting_place')} AS meeting_place, ${whole('offer')} AS offer,
		${whole('target_group')} AS target_group, ${whole('visits')} AS visits,
		CAST(CASE WHEN young THEN visits ELSE 0 END AS INTEGER) AS young,
		CAST(CASE WHEN young IS NULL THEN 0 ELSE visits END AS INTEGER) AS targeted,
		${whole('volunteers')} AS volunteers
	FROM meeting_place_day`;

const COOPERATIONS = `SELECT ${whole('quartier')} AS quartier, ${whole('kind')} AS partner_kind,
		${day('since')} AS since, ${day('until')} AS until
	FROM cooperation`;

const SQL: Record<RecordFamily, string> = {
	contact: CONTACTS,
	rentDebt: DEBTS,
	benefit: BENEFITS,
	meetingPlaceDay: MEETING_PLACE_DAYS,
	cooperation: COOPERATIONS
};

const FAMILIES = Object.keys(SQL) as RecordFamily[];

export const emptyRecords = (): Records =>
	Object.fromEntries(
		FAMILIES.map((family) => [family, cells<string>(COLUMNS[family], {})])
	) as Records;

/** Reads every record beside cases, column by column. */
export async function readRecords(engine: Reader): Promise<Records> {
	const read = await Promise.all(FAMILIES.map((family) => engine.columns(SQL[family])));
	return Object.fromEntries(
		FAMILIES.map((family, at) => [family, cells<string>(COLUMNS[family], read[at] ?? {})])
	) as Records;
}
