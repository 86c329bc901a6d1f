import { findingTitle } from '$lib/charts';
import { sourceLine, type Panel, type PanelContext } from '$lib/dashboards';
import type { IndicatorResult, QuartierEvent } from '$lib/domain';
import { dateText } from '$lib/words';
import { workspace } from '../../workspace';

type Handed = {
	panel: Panel;
	context: PanelContext;
	/** the title where the figures that leave show no certain finding */
	name: string;
	subtitle: string;
	quartier: string;
	events: readonly QuartierEvent[];
};

/** The panel's question asked again for people outside the house: what leaves is protected more strictly. */
function handedOver({ panel, context, name, subtitle, quartier, events }: Handed) {
	const result: IndicatorResult = workspace.evaluate(panel.query(context), 'handing-over');
	return {
		kind: panel.chart,
		result,
		title: findingTitle(panel.chart, result, { events, quartier }) ?? name,
		subtitle,
		quartier,
		events,
		footer: sourceLine(result),
		date: dateText(new Date().toISOString())
	};
}

/** Saves the panel as a picture, fit for a slide. */
export async function exportPicture(handed: Handed): Promise<void> {
	const { fileName, pictureSvg, save, toPng } = await import('$lib/export');
	const picture = await toPng(await pictureSvg(handedOver(handed)));
	save(picture, fileName([handed.quartier, handed.panel.id], 'png'));
}

/** Saves the figures of the panel as CSV. */
export async function exportCsv(handed: Handed): Promise<void> {
	const { fileName, panelCsv, save } = await import('$lib/export');
	const blob = new Blob([panelCsv(handedOver(handed))], { type: 'text/csv' });
	save(blob, fileName([handed.quartier, handed.panel.id], 'csv'));
}
