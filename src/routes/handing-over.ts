import { nextTask, type IndicatorQueryInput } from '$lib/domain';
import type { ReleasedPanel } from '$lib/export';
import type { Subject } from '$lib/presentation';
import { dateText } from '$lib/words';
import { workspace } from './workspace';

/** A panel that is to leave the house, and its question. */
export type Handover = Subject & { query: IndicatorQueryInput };

/** Asks the questions of panels again for people outside the house, together: what leaves is protected as one. */
async function released(all: readonly Handover[], signal?: AbortSignal): Promise<ReleasedPanel[]> {
	const release = await workspace.figures.source.release(
		all.map(({ query }) => query),
		{ signal }
	);
	const date = dateText(new Date().toISOString());
	return all.map((subject, table) => ({ release, table, subject, date }));
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
		files.push({ name: fileName([place, panel.subject.quartier, panel.subject.id], 'png'), blob });
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
