import { sensitiveKind, type IndicatorRow } from '../domain';
import type { Estimated } from '../indicators';
import { minimumIn, OF_THINGS } from './protect';

/** Amounts of how many at most must not make up most of a sum, and which share of it: the (n, k) rule. */
const MOST_SHARE = 0.85;

/** How near one who knows her own amount must not come to the largest other one, as a share of it: the p % rule. */
const NEAR = 0.1;

/**
 * Whether one amount, or two, make up so much of a sum that it tells them: the (2, 85 %) dominance rule, and the p % rule
 * with 10 % (Hundepool and others 2012, 4.2.1). Both are about persons, whom the second largest amount belongs to as well.
 */
export const isDominated = ({
	first,
	second,
	sum
}: {
	first: number;
	second: number;
	sum: number;
}): boolean =>
	sum > 0 && (first + second > MOST_SHARE * sum || sum - first - second < NEAR * first);

/** Kinds of figures of which 0 and 1 say the same of everybody. */
const OF_SHARES: ReadonlySet<string> = new Set(['share', 'choice', 'distribution']);

/** Whether a figure says the same of everybody in a group, about something sensitive (group disclosure). */
function isGroupDisclosure({ estimate: { value } }: IndicatorRow, kind: string, wording: string) {
	if (!OF_SHARES.has(kind) || value === null) return false;
	// Of several answers some are given by nobody: only one that all give says the same of everybody.
	if (value !== 1 && (kind === 'distribution' || value !== 0)) return false;
	return sensitiveKind(wording) !== null;
}

/** Of a sensitive group, how many times as many as of others there have to be. */
const TIMES = 2;

/** Whether a figure is about a sensitive group of persons, or cases with a sensitive topic. */
function isOfSensitive(
	{ dimensions }: IndicatorRow,
	{ filters: { groups = {}, members = {} } }: Estimated['query'],
	sensitive: ReadonlySet<string>
): boolean {
	const named = [
		...Object.keys(dimensions).flatMap((name) =>
			name.startsWith('group:') ? [name.slice('group:'.length)] : []
		),
		...Object.keys(groups)
	];
	const topics = [dimensions.caseTopic ?? '', ...(members.caseTopic ?? [])];
	return (
		named.some((name) => sensitive.has(name)) ||
		topics.some((topic) => sensitiveKind(topic) !== null)
	);
}

/**
 * Rows that must not be told though there are enough in them: sums that one amount makes up, what says the same of
 * everybody about something sensitive, and what is of few of a sensitive group or topic.
 *
 * @param sensitive names of groups that are
 */
export function heldRows(estimated: Estimated, sensitive: ReadonlySet<string>): Set<number> {
	const { rows, definitions, domains, query } = estimated;
	const { amounts, wordings } = domains();
	const kinds = new Map(definitions.map(({ id, kind }) => [id, kind]));
	const isFew = (row: IndicatorRow) => {
		const minimum = minimumIn(estimated, row.indicator);
		const { n } = row.estimate;
		return minimum > OF_THINGS && n !== null && n > 0 && n < TIMES * minimum;
	};
	return new Set(
		rows.flatMap((row, at) => {
			const own = amounts[at] ?? null;
			const isHeld =
				(own !== null && isDominated(own)) ||
				isGroupDisclosure(row, kinds.get(row.indicator) ?? '', wordings[at] ?? '') ||
				(isFew(row) && isOfSensitive(row, query, sensitive));
			return isHeld ? [at] : [];
		})
	);
}
