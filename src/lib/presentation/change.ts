import {
	certaintyOf,
	isMoreThanChance,
	type Change,
	type IndicatorDefinition,
	type IndicatorResult,
	type TrendTest
} from '../domain';
import * as m from '../paraglide/messages';
import { differenceText, differenceUnit, number, type Unit } from '../words';

/**
 * ▲ or ▼ where a difference is more than chance, hollow where it narrowly misses that, else nothing; a word
 * always stands beside it.
 */
export function changeSign(change: Change): '▲' | '▼' | '△' | '▽' | '' {
	if (change.verdict === 'higher') return '▲';
	if (change.verdict === 'lower') return '▼';
	if (certaintyOf(change) !== 'possible' || change.difference === null) return '';
	return change.difference > 0 ? '△' : '▽';
}

/** Whether a certain difference is good or bad, for the colour; `neutral` where neither. */
export function changeTone(
	change: Pick<Change, 'verdict'>,
	{ direction }: Pick<IndicatorDefinition, 'direction'>
): 'better' | 'worse' | 'neutral' {
	if (direction === 'neutral' || !isMoreThanChance(change)) return 'neutral';
	return (change.verdict === 'higher') === (direction === 'higher-better') ? 'better' : 'worse';
}

/** The sign and the amount, for example `▲ +6`; nothing where no difference can be made out. */
export function changeMark(change: Change | undefined, unit: Unit): string {
	const sign = change ? changeSign(change) : '';
	return !change || sign === '' || change.difference === null
		? ''
		: `${sign} ${differenceText(change.difference, unit)}`;
}

/** How sure a difference is that can be made out, in the one set of words for it. */
export function certaintyWord(change: Pick<Change, 'verdict' | 'pValue'>): string {
	const certainty = certaintyOf(change);
	if (certainty === 'certain') return m.chart_certain();
	return certainty === 'likely' ? m.chart_likely() : m.chart_possible();
}

/** The verdict alone, for a column whose heading names the comparison: `höher, sehr wahrscheinlich kein Zufall`. */
export function verdictWord(change: Change): string {
	const certainty = certaintyOf(change);
	if (certainty === 'too-few') return m.chart_verdict_too_few();
	if (certainty === 'none') return m.chart_verdict_no_difference();
	const words = { certainty: certaintyWord(change) };
	return (change.difference ?? 0) > 0
		? m.chart_verdict_higher(words)
		: m.chart_verdict_lower(words);
}

/** The size of a difference with its unit, without a sign, for example `9 Punkte`. */
export function amountText(difference: number, unit: Unit): string {
	const digits = differenceText(Math.abs(difference), unit).replace('+', '');
	const word = differenceUnit(unit) && (digits === '1' ? m.chart_point() : differenceUnit(unit));
	if (/[1-9]/.test(digits)) return `${digits} ${word}`.trim();
	// A difference can be certain and still too small for the digits shown.
	const places = /\d[.,](\d+)/.exec(digits)?.[1]?.length ?? 0;
	const smallest = `${number(10 ** -places, places)} ${places === 0 && word ? m.chart_point() : word}`;
	return m.chart_less_than_one({ smallest: smallest.trim() });
}

/** Whether a wave is named by its year alone, which can stand in a sentence as it is. */
const isYear = (wave: string): boolean => /^\d{4}$/.test(wave.trim());

/** What the wave is called that something is compared with. */
export const waveOf = ({ since, reference }: Change): string | undefined =>
	since ?? reference?.['wave'];

/** A wave after `than`: `2022`, or `in „Herbst 2022“`. */
function waveWord(change: Change): string {
	const wave = waveOf(change);
	if (wave === undefined) return m.chart_previous();
	return isYear(wave) ? wave : m.chart_in_wave({ wave });
}

/** Members of `arrival` in words; all others by their name. */
export const arrivalWord = (value: string): string =>
	value === 'early' ? m.chart_early() : value === 'late' ? m.chart_late() : value;

/** `seit 2022`; of a wave that is not known, since the one before. */
export function sinceText(wave: string | undefined): string {
	if (wave === undefined) return m.chart_since_previous();
	return m.chart_since({ wave: isYear(wave) ? wave : m.chart_wave_name({ wave }) });
}

/** Whether a change is one of casework over time. */
const isInPeriods = ({ against }: Change): boolean =>
	against === 'previous-period' || against === 'first-period';

/** What something is compared with, for example `seit 2022`. */
export function againstText(change: Change): string {
	const { against } = change;
	if (against === 'rest' || against === 'quartier') return m.chart_against_rest();
	if (isInPeriods(change)) {
		return change.since === undefined ? m.chart_since_period() : sinceText(change.since);
	}
	return sinceText(waveOf(change));
}

/** What something is set against, in the dative: `den übrigen Quartieren`, `2022`, `der Welle „Herbst 2022“`. */
export function otherText(change: Change, than?: string): string {
	const { against } = change;
	if (against === 'previous-wave') {
		const wave = waveOf(change);
		if (wave === undefined) return m.chart_other_previous();
		return isYear(wave) ? wave : m.chart_other_wave({ wave });
	}
	if (than !== undefined) return m.chart_other_named({ name: than });
	if (against === 'rest' || against === 'quartier') return m.chart_other_rest();
	if (isInPeriods(change)) return change.since ?? m.chart_other_period();
	const member = change.reference?.[against];
	return member === undefined
		? m.chart_other_others()
		: m.chart_other_named({ name: arrivalWord(member) });
}

/**
 * A comparison as a sentence for people who are no statisticians, for example
 * „9 Punkte mehr als 2022, sehr wahrscheinlich kein Zufall“.
 *
 * @param than what it is compared with, where the page has a name for it
 */
export function changeSentence(
	change: Change,
	{ unit, group }: Pick<IndicatorDefinition, 'unit' | 'group'>,
	than?: string
): string {
	const { difference, against } = change;
	const found = certaintyOf(change);
	if (found === 'too-few' || difference === null) {
		const other = otherText(change, than);
		return group === 'survey'
			? m.chart_change_too_few({ other })
			: m.chart_change_too_few_cases({ other });
	}
	if (found === 'none') return m.chart_change_none({ other: otherText(change, than) });
	const words = { amount: amountText(difference, unit), certainty: certaintyWord(change) };
	const higher = difference > 0;
	if (than === undefined && (against === 'rest' || against === 'quartier')) {
		return higher ? m.chart_change_more_rest(words) : m.chart_change_less_rest(words);
	}
	if (against !== 'previous-wave' && !isInPeriods(change)) {
		const member = Object.entries(change.reference ?? {}).find(([name]) => name === against)?.[1];
		const other = than ?? (member === undefined ? m.chart_others() : arrivalWord(member));
		return higher
			? m.chart_change_more_than({ ...words, than: other })
			: m.chart_change_less_than({ ...words, than: other });
	}
	const wave =
		against === 'previous-wave'
			? waveWord(change)
			: (than ?? change.since ?? m.chart_period_before());
	return higher
		? m.chart_change_more_wave({ ...words, wave })
		: m.chart_change_less_wave({ ...words, wave });
}

/**
 * The course of this Quartier over three waves or more as a sentence, for example „über 3 Wellen gleichmäßig 2
 * Punkte mehr im Jahr, sehr wahrscheinlich kein Zufall“; null where there are fewer, and where a straight line
 * does not fit, since a mean of a flat stretch and a leap says neither.
 */
export function trendSentence({ trends = [], definitions }: IndicatorResult): string | null {
	const own = trends.find(({ dimensions }) => dimensions.contrast !== 'rest');
	const unit = definitions.find(({ id }) => id === own?.indicator)?.unit;
	if (!own || !unit || own.slope === null || own.verdict === 'too-few') return null;
	if (!isStraight(own)) return null;
	const waves = own.waves.length;
	if (certaintyOf(own) === 'none') return m.chart_trend_none({ waves });
	const words = { waves, amount: amountText(own.slope, unit), certainty: certaintyWord(own) };
	return own.slope > 0 ? m.chart_trend_up(words) : m.chart_trend_down(words);
}

/** A line is called straight unless the waves speak against it, at the 10 % level. */
const isStraight = ({ lackOfFit }: TrendTest): boolean => lackOfFit === null || lackOfFit >= 0.1;
