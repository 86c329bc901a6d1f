import type { IndicatorQueryInput } from '../domain';
import type { ChartKind } from '../charts';
import type { RecordFamily } from '../disclosure';
import type { Filters } from './filters';

/** What a page knows when it asks: the Quartier, the filters, and the waves there are. */
export type PanelContext = { quartier: string; filters: Filters; waves: readonly string[] };

/** One panel as data: a title, a query and a chart kind. A new panel is one entry. */
export type Panel = {
	id: string;
	/** keys of its words: `panel_<id>` is the title where nothing is certain, `panel_<id>_measure` the subtitle */
	chart: ChartKind;
	/** columns of twelve */
	span: number;
	/** what the workspace must hold for it to say anything */
	needs: 'survey' | 'choices' | 'casework' | 'reasons' | RecordFamily;
	query: (context: PanelContext) => IndicatorQueryInput;
};
