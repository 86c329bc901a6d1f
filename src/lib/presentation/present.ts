import type { IndicatorResult, QuartierEvent, QuartierMap } from '../domain';
import type { ChartKind, ChartModel } from './chart-model';
import { describeChart } from './describe';
import { chartModel } from './model';
import { sourceLine } from './source-line';
import { dataTable, type DataTable } from './table';

/** What a panel is about, as far as its words and its chart need to know. */
export type Subject = {
	/** of its name in files */
	id: string;
	chart: ChartKind;
	/** the title where the figures show no certain finding, and what the figures are */
	words: (result: IndicatorResult) => { name: string; subtitle: string };
	/** name of the Quartier, or what else it is about; '' where it is about all */
	quartier: string;
	events: readonly QuartierEvent[];
	/** outlines of the Quartiere, for a map */
	map?: QuartierMap | undefined;
};

/** Everything that is said and shown about a panel, for a page, a slide, a sheet and the command line alike. */
export type Presentation = {
	/** what its chart shows; the table and the description come from it */
	model: ChartModel;
	/** the finding in words where there is a certain one, else the name */
	title: string;
	name: string;
	subtitle: string;
	/** source, waves or period, n, and what is to be known beside the figures */
	source: string;
	quartier: string;
	/** parts of the name of a file */
	fileName: readonly string[];
	/** the figures as a table */
	table: () => DataTable;
	/** the chart in words, for those who do not see it */
	description: () => string;
};

/** What the chart of a panel shows of a result. */
export const modelOf = (
	{ chart, quartier, events, map }: Pick<Subject, 'chart' | 'quartier' | 'events' | 'map'>,
	result: IndicatorResult
): ChartModel => chartModel(chart, result, { quartier, events, map });

/**
 * What a panel says and shows of a result. Pure: the same panel and figures are presented the same everywhere.
 *
 * @param model where it is known already, so that a chart need not be drawn again for other words
 */
export function present(
	subject: Subject,
	result: IndicatorResult,
	model = modelOf(subject, result)
): Presentation {
	const { id, words, quartier } = subject;
	const { name, subtitle } = words(result);
	return {
		model,
		title: model.finding ?? name,
		name,
		subtitle,
		source: sourceLine(result),
		quartier,
		fileName: [quartier, id],
		table: () => dataTable(model),
		description: () => describeChart(model)
	};
}
