import { isShown, type IndicatorResult } from '../domain';
import { noteworthyTone, type Noteworthy } from '../presentation';
import { weightOf, type StoryAnswers } from './noteworthy';
import { STORY_SURVEY } from './story';

/** How much a Quartier needs somebody to look, and why. */
export type Need = {
	quartier: string;
	/** figures of the survey that are certainly worse or better than in the others, of how many that can be compared */
	worse: number;
	better: number;
	of: number;
	/** what changed for better or worse; the heaviest first */
	changes: Noteworthy[];
	/** the heaviest thing that is worse; undefined where nothing is */
	reason: Noteworthy | undefined;
	/** answer sheets of the wave; null where none may be told */
	n: number | null;
};

const weigh = ({ change, definition, now }: Noteworthy): number =>
	change ? weightOf(change, definition.unit, now.value) : 0;

/**
 * The Quartiere, those first that are most certainly and most clearly worse off than the others: by the weights
 * of all gaps (see `weightOf`), good ones taken from bad ones.
 *
 * @param wave the wave looked at
 */
export function needs(
	quartiere: readonly string[],
	{ changes, gaps }: { changes: readonly Noteworthy[]; gaps: readonly Noteworthy[] },
	{ gap, responses }: StoryAnswers & { responses?: IndicatorResult | undefined },
	wave: string | undefined
): Need[] {
	const weighed = quartiere.map((quartier) => {
		const own = gaps.filter((one) => one.quartier === quartier);
		const [worse, better] = (['worse', 'better'] as const).map((tone) =>
			own.filter((one) => noteworthyTone(one) === tone)
		) as [Noteworthy[], Noteworthy[]];
		const sum = (all: readonly Noteworthy[]) => all.reduce((total, one) => total + weigh(one), 0);
		const compared = (gap?.rows ?? []).filter(
			({ dimensions, change, indicator }) =>
				dimensions.quartier === quartier &&
				dimensions.wave === wave &&
				STORY_SURVEY.includes(indicator) &&
				change !== undefined &&
				change.verdict !== 'too-few'
		);
		const sheets = responses?.rows.find(({ dimensions }) => dimensions.quartier === quartier);
		const need: Need = {
			quartier,
			worse: worse.length,
			better: better.length,
			of: compared.length,
			changes: changes.filter((one) => one.quartier === quartier),
			reason: worse[0],
			n: sheets && isShown(sheets.estimate) ? sheets.estimate.n : null
		};
		return { need, weight: sum(worse) - sum(better) };
	});
	return weighed.toSorted((a, b) => b.weight - a.weight).map(({ need }) => need);
}
