import { findingTitle, nextTask, type ChartKind } from '$lib/charts';
import { sourceLine } from '$lib/dashboards';
import type { IndicatorQueryInput, IndicatorResult, QuartierEvent, QuartierMap } from '$lib/domain';
import { dateText } from '$lib/words';
import { workspace } from './workspace';

/** A panel that is to leave the house. */
export type Handover = {
	id: string;
	chart: ChartKind;
	query: IndicatorQueryInput;
	/** the title where the figures that leave show no certain finding, and what they measure */
	words: (result: IndicatorResult) => { name: string; subtitle: string };
	/** the Quartier, or what else the picture is about */
	quartier: string;
	events: readonly QuartierEvent[];
	map?: QuartierMap | undefined;
};

/** Asks the questions of panels again for people outside the house, together: what leaves is protected as one. */
async function released(all: readonly Handover[], signal?: AbortSignal) {
	const release = await workspace.figures.source.release(
		all.map(({ query }) => query),
		{ signal }
	);
	const date = dateText(new Date().toISOString());
	return all.map(({ chart, words, quartier, events, map }, table) => {
		const result = release.results[table]!;
		const { name, subtitle } = words(result);
		const title = findingTitle(chart, result, { events, quartier }) ?? name;
		const footer = sourceLine(result);
		return { release, table, kind: chart, title, subtitle, quartier, events, map, footer, date };
	});
}

/** Saves the panel as a picture, fit for a slide. */
export async function exportPicture(panel: Handover): Promise<void> {
	const { fileName, pictureSvg, save, toPng } = await import('$lib/export');
	const [one] = await released([panel]);
	if (one) save(await toPng(await pictureSvg(one)), fileName([panel.quartier, panel.id], 'png'));
}

/**
 * Saves several panels as pictures in one zip, for a meeting, in their order. `onProgress` hears how
 * many are done.
 *
 * @throws DOMException `AbortError` when it was cancelled
 */
export async function exportPictures(
	all: readonly Handover[],
	{ onProgress, signal }: { onProgress: (done: number) => void; signal: AbortSignal }
): Promise<void> {
	const { fileName, pictureSvg, save, toPng, zipOf } = await import('$lib/export');
	const files: { name: string; blob: Blob }[] = [];
	for (const [at, panel] of (await released(all, signal)).entries()) {
		signal.throwIfAborted();
		const blob = await toPng(await pictureSvg(panel));
		const place = String(at + 1).padStart(2, '0');
		files.push({ name: fileName([place, panel.quartier, all[at]?.id ?? ''], 'png'), blob });
		onProgress(at + 1);
		await nextTask();
	}
	const [first] = all;
	const zip = await zipOf(files);
	save(zip, fileName([first?.quartier, new Date().toISOString().slice(0, 10)], 'zip'));
}

/** Saves the figures of the panel as CSV. */
export async function exportCsv(panel: Handover): Promise<void> {
	const { fileName, panelCsv, save } = await import('$lib/export');
	const [one] = await released([panel]);
	if (!one) return;
	const blob = new Blob([panelCsv(one)], { type: 'text/csv' });
	save(blob, fileName([panel.quartier, panel.id], 'csv'));
}
