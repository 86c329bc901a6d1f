import { nextTask, type IndicatorQueryInput } from '$lib/domain';
import type { ReleasedPanel } from '$lib/export';
import type { Subject } from '$lib/presentation';
import * as m from '$lib/paraglide/messages';
import { dateText } from '$lib/words';
import { handingOver, type Leaving } from './handing-over.svelte';

/** A panel that is to leave the house, and its question. */
export type Handover = Subject & { query: IndicatorQueryInput };

/** Asks the questions of panels again for people outside the house, together: what leaves is protected as one. */
async function released(
	all: readonly Handover[],
	form: Leaving['form'],
	signal?: AbortSignal
): Promise<ReleasedPanel[]> {
	const namesOf: Leaving['namesOf'] = (results) => {
		const tables = all.map(({ words, quartier }, at) =>
			[words(results[at]!).name, quartier].filter(Boolean).join(' · ')
		);
		return { tables, title: all.length === 1 ? tables[0]! : m.ledger_several({ n: all.length }) };
	};
	const queries = all.map(({ query }) => query);
	const release = await handingOver.release({ form, queries, namesOf }, signal);
	const date = dateText(new Date().toISOString());
	return all.map((subject, table) => ({ release, table, subject, date }));
}

/** Saves the panel as a picture, fit for a slide. */
export const exportPicture = (panel: Handover): Promise<void> =>
	handingOver.attempt(async () => {
		const { fileName, pictureSvg, save, toPng } = await import('$lib/export');
		const [one] = await released([panel], 'picture');
		if (one) save(await toPng(await pictureSvg(one)), fileName([panel.quartier, panel.id], 'png'));
	});

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
	for (const [at, panel] of (await released(all, 'zip', signal)).entries()) {
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
export const exportCsv = (panel: Handover): Promise<void> =>
	handingOver.attempt(async () => {
		const { fileName, panelCsv, save } = await import('$lib/export');
		const [one] = await released([panel], 'csv');
		if (!one) return;
		const blob = new Blob([panelCsv(one)], { type: 'text/csv' });
		save(blob, fileName([panel.quartier, panel.id], 'csv'));
	});
