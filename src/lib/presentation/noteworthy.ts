import type { Change, Estimate, IndicatorDefinition } from '../domain';
import * as m from '../paraglide/messages';
import { differenceText, message, number, valueText } from '../words';
import { certaintyWord } from './change';
import { nameOf } from './read';

/** A change or a gap that stands out, with what it follows from. */
export type Noteworthy = {
	/** key of the Quartier */
	quartier: string;
	definition: IndicatorDefinition;
	/** `new`: since an earlier wave or year; `standing`: beside the other Quartiere, now and in the wave or year before */
	kind: 'new' | 'standing';
	/** the figure now, and the wave or year it is of */
	now: Estimate & { value: number };
	when: string;
	/** the figure it is set against; of what is new with the wave or year it is of */
	from: number;
	since: string;
	/** the comparison; undefined of complete counts, which are not tested */
	change: Change | undefined;
	/** a gap to the others that could not yet be made out in the wave or year before */
	isRecent: boolean;
	/** the figure over all waves or years up to now, for a small picture */
	course: (Estimate | undefined)[];
	/** the panel of the Quartier that shows it, and the indicator it is to show */
	panel: string;
	trend: string | undefined;
};

/** What a sentence is about, such as „Der Anteil der Zufriedenen“. */
function subjectOf(definition: IndicatorDefinition): string {
	const { id } = definition;
	const topic = /^index-(.+)$/.exec(id)?.[1];
	if (topic !== undefined) return m.story_subject_index({ topic: message(`topic_${topic}`) });
	const known = [
		'satisfied-overall',
		'nps',
		'new-cases-rate',
		'success-share',
		'young-share',
		'treff-visits'
	];
	return known.includes(id)
		? message(`story_subject_${id.replaceAll('-', '_')}`)
		: m.story_subject({ name: nameOf(definition) });
}

/**
 * What stands out as a whole sentence, for example „Der Index Sicherheit ist in SZ-Lebenstedt von 58 (2022) auf
 * 69 (2025) gestiegen.“ Only what is less than very sure is said to be so: the list says it of all others.
 *
 * @param quartier its name; undefined where the page is about it alone
 */
export function noteworthySentence(one: Noteworthy, quartier?: string): string {
	const { definition, kind, now, from, since, when, change, isRecent } = one;
	const subject = subjectOf(definition);
	const value = (figure: number) => valueText(figure, definition.unit);
	const words = {
		subject,
		from: value(from),
		now: value(now.value),
		since,
		when,
		doubt:
			change && change.pValue !== null && change.pValue >= 0.01 ? `, ${certaintyWord(change)}` : ''
	};
	const isUp = now.value > from;
	if (kind === 'new') {
		if (quartier === undefined) return isUp ? m.story_rose(words) : m.story_fell(words);
		return isUp ? m.story_rose_in({ ...words, quartier }) : m.story_fell_in({ ...words, quartier });
	}
	const recent = isRecent ? m.story_recent({ since }) : '';
	return quartier === undefined
		? m.story_stands({ ...words, recent })
		: m.story_stands_in({ ...words, recent, quartier });
}

/** What stands behind the sentence: the difference with its interval, and n. */
export function noteworthyDetail({ definition, change, now, from }: Noteworthy): string {
	const { unit, group } = definition;
	const difference = differenceText(now.value - from, unit);
	const n = now.n === null ? '' : number(now.n);
	const size =
		n === ''
			? ''
			: group === 'survey'
				? m.source_n({ n })
				: group === 'casework'
					? m.key_cases({ n })
					: '';
	const range =
		!change || change.low === null || change.high === null
			? m.chart_complete_count()
			: m.story_range({
					range: m.format_range({
						from: differenceText(change.low, unit),
						to: differenceText(change.high, unit)
					})
				});
	return [`${difference} (${range})`, size].filter(Boolean).join(' · ');
}

/** ▲ or ▼: whether the figure is above or below what it is set against. */
export const noteworthySign = ({ now, from }: Noteworthy): '▲' | '▼' =>
	now.value > from ? '▲' : '▼';

/** Whether what stands out is good or bad news; null where neither. */
export function noteworthyTone({
	definition: { direction },
	now,
	from
}: Noteworthy): 'better' | 'worse' | null {
	if (direction === 'neutral') return null;
	return now.value > from === (direction === 'higher-better') ? 'better' : 'worse';
}
