import {
	answerTitle,
	isShown,
	scaleSignature,
	type IndicatorResult,
	type IndicatorRow,
	type Scale
} from '../domain';
import { definitionIn, latestRows, membersOf, shownValue } from './read';

/** One item of a panel of distributions. Shares run from 0 to 1; null for the whole item where any is hidden. */
export type LikertItem = {
	/** its value in the dimension `item` */
	item: string;
	text: string;
	rows: (IndicatorRow | undefined)[];
	shares: number[] | null;
	negative: number;
	middle: number;
	positive: number;
	/** the share in the top boxes with its comparison, where the result has it */
	share: IndicatorRow | undefined;
};

export type LikertPanel = {
	scale: Scale;
	/** words of the answers, worst to best */
	answers: string[];
	/** how many answers are negative and how many positive; what is between them is the middle */
	sides: { negative: number; positive: number };
	items: LikertItem[];
};

/**
 * Positive is what counts as the top box; as many answers at the other end are negative. Where no
 * answer counts as top, the scale is halved.
 */
function sidesOf({ labels, topBox }: Scale): { negative: number; positive: number } {
	const positive = topBox.length || Math.floor(labels.length / 2);
	return { positive, negative: Math.min(positive, labels.length - positive) };
}

const isOwn = (row: IndicatorRow): boolean => row.dimensions.contrast !== 'rest';

/** The scale that most ordinal items share; items of other scales belong in a panel of their own. */
function commonScale(result: IndicatorResult, items: readonly string[]): Scale | undefined {
	const counts = new Map<string, { scale: Scale; count: number }>();
	for (const item of items) {
		const scale = result.items[item]?.scale;
		if (scale?.kind !== 'ordinal') continue;
		const key = scaleSignature(scale);
		counts.set(key, { scale, count: (counts.get(key)?.count ?? 0) + 1 });
	}
	return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.scale;
}

/** The items of the latest wave with one common scale, most top-box answers first, hidden ones last. */
export function likertPanel(result: IndicatorResult): LikertPanel | null {
	const rows = latestRows(result).filter(isOwn);
	const isDistribution = (row: IndicatorRow) =>
		definitionIn(result, row.indicator).kind === 'distribution';
	const asked = membersOf(result, 'item').filter((item) =>
		rows.some((row) => row.dimensions.item === item && isDistribution(row))
	);
	const scale = commonScale(result, asked);
	if (!scale) return null;
	const sides = sidesOf(scale);
	const items = asked
		.filter((item) => {
			const own = result.items[item]?.scale;
			return own?.kind === 'ordinal' && scaleSignature(own) === scaleSignature(scale);
		})
		.map((item): LikertItem => {
			const own = rows.filter((row) => row.dimensions.item === item);
			const answers = scale.labels.map((answer) =>
				own.find((row) => isDistribution(row) && row.dimensions.answer === answer)
			);
			const known = answers.every((row) => row !== undefined && isShown(row.estimate));
			const shares = known ? answers.map((row) => shownValue(row) ?? 0) : null;
			const sum = (from: number, to: number) =>
				(shares ?? []).slice(from, to).reduce((total, one) => total + one, 0);
			const upper = scale.labels.length - sides.positive;
			return {
				item,
				text: result.items[item]?.text ?? item,
				rows: answers,
				shares,
				negative: sum(0, sides.negative),
				middle: sum(sides.negative, upper),
				positive: sum(upper, scale.labels.length),
				share: own.find(
					(row) => !isDistribution(row) && definitionIn(result, row.indicator).kind === 'share'
				)
			};
		})
		.sort((a, b) => (b.shares ? b.positive : -1) - (a.shares ? a.positive : -1));
	const answers = scale.labels.map((label) => answerTitle(scale, label) ?? label);
	return { scale, answers, sides, items };
}
