import type { IndicatorResult } from '../domain';
import { message } from '../words';
import type { ChartKind } from './chart-model';
import { findingTitle } from './finding';

/** What stands above a chart: its name where the figures show nothing certain, and what its figures are. */
export type Caption = { name: string; subtitle: string };

/** The caption that the messages have under an id: `<id>` and `<id>_subtitle`. */
export function captionOf(id: string, words: Record<string, string> = {}): Caption {
	const key = id.replaceAll('-', '_');
	return { name: message(key, words), subtitle: message(`${key}_subtitle`, words) };
}

/** A panel of a questionnaire: the question, or the topic where it has several. */
type Question = { topic: string; text?: string | undefined; chart: ChartKind };

/** The caption of a panel of a questionnaire: where a finding is its title, the question is said below it. */
export function questionCaption(
	{ topic, text, chart }: Question,
	result: IndicatorResult,
	{ wave, against }: { wave: string; against: string | undefined }
): Caption {
	const name = text ?? message(`topic_${topic}`);
	const isFirst = against === undefined && (chart === 'likert' || chart === 'trend');
	const figures = isFirst
		? message(`questionnaire_${chart}_first`, { wave })
		: message(`questionnaire_${chart}`, { wave, against: against ?? '–' });
	const isSaid = findingTitle(chart, result, {}) === null;
	return { name, subtitle: isSaid ? figures : `${name}. ${figures}` };
}
