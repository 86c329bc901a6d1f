import { findingTitle, nextTask, type ChartKind } from '$lib/charts';
import { sourceLine } from '$lib/dashboards';
import type { IndicatorQueryInput, IndicatorResult, QuartierEvent, QuartierMap } from '$lib/domain';
import { dateText } from '$lib/words';
import { workspace } from './workspace';

export type Handed = {
	id: string;
	chart: ChartKind;
	query: IndicatorQueryInput;
	/** the title where the figures that leave show no certain finding */
	name: string;
	subtitle: string;
	/** what is measured, where the stricter question may be answered in coarser periods */
	measureOf?: ((result: IndicatorResult) => string) | undefined;
	/** the Quartier, or what else the picture is about */
	quartier: string;
	events: readonly QuartierEvent[];
	map?: QuartierMap | undefined;
};

/** The panel's question asked again for people outside the house: what leaves is protected more strictly. */
async function handedOver(handed: Handed) {
	const { chart, query, name, subtitle, measureOf, quartier, events, map } = handed;
	const result: IndicatorResult = await workspace.answer(query, 'handing-over', nextTask);
	return {
		kind: chart,
		result,
		title: findingTitle(chart, result, { events, quartier }) ?? name,
		subtitle: measureOf?.(result) ?? subtitle,
		quartier,
		events,
		map,
		footer: sourceLine(result),
		date: dateText(new Date().toISOString())
	};
}

/** Saves the panel as a picture, fit for a slide. */
export async function exportPicture(handed: Handed): Promise<void> {
	const { fileName, pictureSvg, save, toPng } = await import('$lib/export');
	const picture = await toPng(await pictureSvg(await handedOver(handed)));
	save(picture, fileName([handed.quartier, handed.id], 'png'));
}

/**
 * Saves several panels as pictures in one zip, for a meeting, in their order. `onProgress` hears how
 * many are done.
 *
 * @throws DOMException `AbortError` when it was cancelled
 */
export async function exportPictures(
	all: readonly Handed[],
	{ onProgress, signal }: { onProgress: (done: number) => void; signal: AbortSignal }
): Promise<void> {
	const { fileName, pictureSvg, save, toPng, zipOf } = await import('$lib/export');
	const files: { name: string; blob: Blob }[] = [];
	for (const [at, handed] of all.entries()) {
		signal.throwIfAborted();
		const blob = await toPng(await pictureSvg(await handedOver(handed)));
		const place = String(at + 1).padStart(2, '0');
		files.push({ name: fileName([place, handed.quartier, handed.id], 'png'), blob });
		onProgress(at + 1);
		await nextTask();
	}
	const [first] = all;
	const zip = await zipOf(files);
	save(zip, fileName([first?.quartier, new Date().toISOString().slice(0, 10)], 'zip'));
}

/** Saves the figures of the panel as CSV. */
export async function exportCsv(handed: Handed): Promise<void> {
	const { fileName, panelCsv, save } = await import('$lib/export');
	const blob = new Blob([panelCsv(await handedOver(handed))], { type: 'text/csv' });
	save(blob, fileName([handed.quartier, handed.id], 'csv'));
}
