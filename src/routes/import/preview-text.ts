import { columnPreview, type ColumnMapping, type Preview } from '$lib/ingest';
import * as m from '$lib/paraglide/messages';
import { intervalText, number, valueText } from '$lib/words';
import type { FileView } from '$lib/workspace';

/** What a column would say as it is read now; null where it has no share. */
export function previewOf(column: ColumnMapping, view: FileView): Preview | null {
	const { values = [], counts = [] } = view.columns[column.index] ?? {};
	return columnPreview(
		column,
		values.map((value, at) => [value, counts[at] ?? 0] as const)
	);
}

const unitOf = ({ kind }: Preview) => (kind === 'share' ? 'percent' : 'nps');

/** The value of a preview as it is read: `73 %`, or points. */
export const previewValue = (preview: Preview): string => valueText(preview.value, unitOf(preview));

/** Its interval: `70 bis 76 %`. */
export const previewRange = (preview: Preview): string =>
	preview.low === null || preview.high === null
		? '–'
		: intervalText(preview.low, preview.high, unitOf(preview));

/** What a column says, in one sentence. */
export function previewText(column: ColumnMapping, preview: Preview): string {
	const heading = column.item?.code ?? column.heading;
	const n = number(preview.n);
	const value = previewValue(preview);
	if (preview.kind === 'nps') return m.cards_preview_nps({ heading, value, n });
	if (column.option) return m.cards_preview_chosen({ heading, share: value, n });
	return m.cards_preview_share({ heading, share: value, range: previewRange(preview), n });
}
