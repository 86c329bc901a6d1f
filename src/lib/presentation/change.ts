import type { Change, IndicatorDefinition, IndicatorResult } from '../domain';
import * as m from '../paraglide/messages';
import { differenceText, differenceUnit, number, type Unit } from '../words';

/** ▲ or ▼ where a difference is more than chance, else nothing; a word always stands beside it. */
export function changeSign({ verdict }: Pick<Change, 'verdict'>): '▲' | '▼' | '' {
	if (verdict === 'higher') return '▲';
	return verdict === 'lower' ? '▼' : '';
}

/** Whether a certain difference is good or bad, for the colour; `neutral` where neither. */
export function changeTone(
	{ verdict }: Pick<Change, 'verdict'>,
	{ direction }: Pick<IndicatorDefinition, 'direction'>
): 'better' | 'worse' | 'neutral' {
	if (direction === 'neutral' || (verdict !== 'higher' && verdict !== 'lower')) return 'neutral';
	return (verdict === 'higher') === (direction === 'higher-better') ? 'better' : 'worse';
}

/** The sign and the amount, for example `▲ +6`; nothing where no difference is certain. */
export function changeMark(change: Change | undefined, unit: Unit): string {
	const sign = change ? changeSign(change) : '';
	return !change || sign === '' || change.difference === null
		? ''
		: `${sign} ${differenceText(change.difference, unit)}`;
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

/** What something is compared with, for example `seit 2022`. */
export function againstText(change: Change): string {
	const { against } = change;
	if (against === 'rest' || against === 'quartier') return m.chart_against_rest();
	if (against === 'previous-period') return m.chart_since_period();
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
	if (against === 'previous-period') return m.chart_other_period();
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
	const { verdict, difference, against } = change;
	if (verdict === 'too-few' || difference === null) {
		const other = otherText(change, than);
		return group === 'survey'
			? m.chart_change_too_few({ other })
			: m.chart_change_too_few_cases({ other });
	}
	if (verdict === 'no-difference') return m.chart_change_none({ other: otherText(change, than) });
	const amount = amountText(difference, unit);
	const higher = verdict === 'higher';
	if (than === undefined && (against === 'rest' || against === 'quartier')) {
		return higher ? m.chart_change_more_rest({ amount }) : m.chart_change_less_rest({ amount });
	}
	const inTime = against === 'previous-wave' || against === 'previous-period';
	if (!inTime) {
		const member = Object.entries(change.reference ?? {}).find(([name]) => name === against)?.[1];
		const other = than ?? (member === undefined ? m.chart_others() : arrivalWord(member));
		return higher
			? m.chart_change_more_than({ amount, than: other })
			: m.chart_change_less_than({ amount, than: other });
	}
	const wave = against === 'previous-wave' ? waveWord(change) : (than ?? m.chart_period_before());
	return higher
		? m.chart_change_more_wave({ amount, wave })
		: m.chart_change_less_wave({ amount, wave });
}

/**
 * The course of this Quartier over three waves or more as a sentence, for example „über 3 Wellen 2 Punkte
 * mehr im Jahr, sehr wahrscheinlich kein Zufall“; null where there are fewer.
 */
export function trendSentence({ trends = [], definitions }: IndicatorResult): string | null {
	const own = trends.find(({ dimensions }) => dimensions.contrast !== 'rest');
	const unit = definitions.find(({ id }) => id === own?.indicator)?.unit;
	if (!own || !unit || own.slope === null) return null;
	const waves = own.waves.length;
	if (own.verdict === 'no-difference') return m.chart_trend_none({ waves });
	const amount = amountText(own.slope, unit);
	if (own.verdict === 'too-few') return null;
	return own.verdict === 'higher'
		? m.chart_trend_up({ waves, amount })
		: m.chart_trend_down({ waves, amount });
}
