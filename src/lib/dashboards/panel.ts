import type { IndexTopic, IndicatorQueryInput, ItemTopic, RecordKind } from '../domain';
import type { ChartKind } from '../presentation';
import type { CaseYears } from './case-years';
import type { Filters } from './filters';
import type { Modernisation } from './modernisation';

/** What a page knows when it asks: the Quartier, the filters, and the waves there are. */
export type PanelContext = {
	quartier: string;
	filters: Filters;
	waves: readonly string[];
	/** what a wave is called */
	waveName: (wave: string | undefined) => string;
	/** values of the items of a topic, as queries take them */
	itemsOf: (topic: ItemTopic) => string[];
	/** the years of casework that are looked at; undefined where nothing is known of cases */
	years: CaseYears | undefined;
	/** the open question of the wave that is looked at, where it has any */
	question?: string | undefined;
	/** the modernisation of the Quartier, where there is one: see `modernisationOf` */
	modernisation?: Modernisation | undefined;
};

/**
 * Parts of the page of a Quartier, in the order in which one asks: how are they, where is it bad, what do we do,
 * does it help.
 */
export const SECTIONS = ['wellbeing', 'trouble', 'work', 'effect'] as const;
export type SectionId = (typeof SECTIONS)[number];

/** One panel as data: a title, a query and a chart kind. A new panel is one entry. */
export type Panel = {
	id: string;
	section: SectionId;
	/** keys of its words: `panel_<id>` is the title where nothing is certain, `panel_<id>_subtitle` the subtitle */
	chart: ChartKind;
	/** it stands behind „Mehr“ */
	more?: boolean;
	/** it is one of the essentials, for the page of the board */
	board?: boolean;
	/** it opens in the row of its topic */
	topic?: IndexTopic;
	/** columns of twelve */
	span: number;
	/** what the workspace must hold for it to say anything */
	needs:
		| 'survey'
		| 'choices'
		| 'years'
		| 'casework'
		| 'reasons'
		| 'modernisation'
		| 'modernisation-topics'
		| 'questions'
		| RecordKind;
	/** it is worked out from single responses, which takes longer than a click may */
	relates?: boolean;
	/** what can be chosen at its head: the figure it shows, the open question, what an eviction costs */
	choice?: 'indicator' | 'question' | 'eviction-cost';
	/** the sentences behind what is picked in it can be read by staff */
	sentences?: boolean;
	/** it has words of its own where there is no earlier wave: `panel_<id>_subtitle_first` */
	firstWave?: boolean;
	query: (context: PanelContext) => IndicatorQueryInput;
};
