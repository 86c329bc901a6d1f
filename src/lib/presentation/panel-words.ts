import { certaintyOf, type IndicatorResult } from '../domain';
import * as m from '../paraglide/messages';
import { dateText, locale, message } from '../words';
import { otherText, trendSentence } from './change';
import { captionOf } from './caption';
import { untilOf } from './models/periods';
import type { ChartKind } from './chart-model';

/** The question that a panel is about, where it is about a single one. */
function onlyItem({ definitions, items }: IndicatorResult): string | undefined {
	const [item, ...others] = Object.values(items);
	const choices = definitions.every(({ kind }) => kind === 'choice');
	return choices && others.length === 0 ? item?.text : undefined;
}

/** What all of it is like, where everything of it that is compared and over may differ by chance alone: no news, which is to be said as well. */
function allAlike(result: IndicatorResult): string | null {
	const open = untilOf(result) === undefined ? undefined : result.members.period?.at(-1)?.value;
	const changes = result.rows.flatMap(({ dimensions: { contrast, period }, change }) =>
		contrast === 'rest' || (open !== undefined && period === open) ? [] : (change ?? [])
	);
	const [first] = changes;
	return first && changes.every((change) => certaintyOf(change) === 'none')
		? m.panel_all_alike({ other: otherText(first) })
		: null;
}

/** The years that casework is about: `2025`, `2019–2026`; empty where it is about none. */
function yearsText({ query: { filters }, coverage }: IndicatorResult): string {
	const { from, to } = filters.period ?? coverage ?? { from: '', to: '' };
	const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
	return first === last ? first : `${first}–${last}`;
}

/** What a panel is called in a list, where nobody knows yet what it shows. */
export const panelName = (id: string): string =>
	id === 'trend' ? m.panel_trend_any() : message(`panel_${id.replaceAll('-', '_')}`);

/** A panel of a dashboard, as far as its words go. */
type WordedPanel = {
	id: string;
	chart: ChartKind;
	/** it has words of its own where there is no earlier wave */
	firstWave?: boolean;
};

/** Where a panel stands: the Quartier, and what the page has chosen. */
type WordedContext = {
	name: string;
	context: {
		filters: { wave: string | undefined; against: string | undefined };
		waveName: (wave: string | undefined) => string;
		question?: string | undefined;
		modernisation?:
			| { title: string; from: string; before: string | undefined; after: string | undefined }
			| undefined;
	};
};

/** What stands above a panel: its name, what its figures are, and on the page a sentence more. */
export type PanelWords = { name: string; subtitle: string; shown: string };

/** The words of a panel with its figures, for the screen and for whatever leaves the house. */
export function wordsOf(
	panel: WordedPanel,
	result: IndicatorResult,
	{ name: quartier, context }: WordedContext
): PanelWords {
	const { filters, modernisation, question, waveName } = context;
	const [definition] = result.definitions;
	const words = {
		wave: waveName(filters.wave),
		against: waveName(filters.against) || '–',
		quartier,
		years: yearsText(result),
		unit: message(`unit_${result.period ?? 'year'}`),
		trend: definition?.name[locale()] ?? '',
		question: question ?? '',
		modernisation: modernisation?.title ?? '',
		before: waveName(modernisation?.before) || '–',
		after: waveName(modernisation?.after) || '–',
		from: modernisation ? dateText(modernisation.from) : ''
	};
	const caption = captionOf(`panel_${panel.id}`, words);
	const name = onlyItem(result) ?? caption.name;
	// In the first wave there is nothing that something changed since.
	const isFirst = panel.firstWave === true && filters.against === undefined;
	const subtitle = isFirst
		? message(`panel_${panel.id.replaceAll('-', '_')}_subtitle_first`, words)
		: caption.subtitle;
	const isSetAgainstOne = panel.chart === 'dots' || result.query.compare === 'first-period';
	const alike = isSetAgainstOne ? allAlike(result) : null;
	const sentence = (panel.chart === 'trend' && trendSentence(result)) || alike;
	return { name, subtitle, shown: [subtitle, sentence].filter(Boolean).join('. ') };
}
