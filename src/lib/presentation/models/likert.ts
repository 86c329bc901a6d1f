import {
	answerTitle,
	scaleSignature,
	type IndicatorResult,
	type IndicatorRow,
	type Scale
} from '../../domain';
import type { Figure, ItemCategory, LikertModel } from '../chart-model';
import { figureOf } from '../figure';
import { definitionIn, latestRows, membersOf } from '../read';
import { commonOf, NOTHING, type ModelContext } from './common';

/** How many answers are negative and how many positive; what is between them is the middle. */
type Sides = { negative: number; positive: number };

/**
 * Positive is what counts as the top box; as many answers at the other end are negative. Where no
 * answer counts as top, the scale is halved.
 */
function sidesOf({ labels, topBox }: Scale): Sides {
	const positive = topBox.length || Math.floor(labels.length / 2);
	return { positive, negative: Math.min(positive, labels.length - positive) };
}

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

/** The shares of each side in all; null where any answer must not be seen. */
function sumsOf(
	answers: readonly (Figure | undefined)[],
	{ negative, positive }: Sides
): ItemCategory['sums'] {
	const shares = answers.map((figure) => figure?.value ?? null).filter((one) => one !== null);
	if (shares.length < answers.length) return null;
	const sum = (from: number, to: number) =>
		shares.slice(from, to).reduce((total, one) => total + one, 0);
	const upper = shares.length - positive;
	return {
		negative: sum(0, negative),
		middle: sum(negative, upper),
		positive: sum(upper, shares.length)
	};
}

/** The items of the latest wave with one common scale, most top-box answers first, hidden ones last. */
export function likertModel(result: IndicatorResult, context: ModelContext): LikertModel {
	const common = commonOf('likert', result, context);
	const rows = latestRows(result).filter((row) => row.dimensions.contrast !== 'rest');
	const kindOf = ({ indicator }: IndicatorRow) => definitionIn(result, indicator).kind;
	const figure = (row: IndicatorRow | undefined) =>
		row && figureOf(row, definitionIn(result, row.indicator));
	const asked = membersOf(result, 'item').filter((item) =>
		rows.some((row) => row.dimensions.item === item && kindOf(row) === 'distribution')
	);
	const scale = commonScale(result, asked);
	if (!scale) return { ...common, ...NOTHING, negative: 0 };
	const sides = sidesOf(scale);
	const items = asked
		.filter((item) => {
			const own = result.items[item]?.scale;
			return own?.kind === 'ordinal' && scaleSignature(own) === scaleSignature(scale);
		})
		.map((item) => {
			const own = rows.filter((row) => row.dimensions.item === item);
			const answers = scale.labels.map((answer) =>
				figure(
					own.find((row) => kindOf(row) === 'distribution' && row.dimensions.answer === answer)
				)
			);
			const category: ItemCategory = {
				name: result.items[item]?.text ?? item,
				target: { dimension: 'item', value: item },
				sums: sumsOf(answers, sides),
				share: figure(own.find((row) => kindOf(row) === 'share'))
			};
			return { category, answers };
		})
		.sort((a, b) => (b.category.sums?.positive ?? -1) - (a.category.sums?.positive ?? -1));
	const categories = items.map(({ category }) => category);
	return {
		...common,
		about: { ...common.about, missing: categories.filter(({ sums }) => sums === null).length },
		categories,
		series: scale.labels.map((label, at) => ({
			name: answerTitle(scale, label) ?? label,
			figures: items.map(({ answers }) => answers[at])
		})),
		negative: sides.negative
	};
}
