import { z } from '../domain';
import { withIndicator } from './earlier';

/** A panel of a Quartier, picked into a view of one's own. */
export const viewPanelSchema = z.preprocess(
	withIndicator,
	z.strictObject({
		quartier: z.string(),
		panel: z.string(),
		/** id of the indicator that it shows, where that was chosen */
		indicator: z.string().optional()
	})
);
export type ViewPanel = z.infer<typeof viewPanelSchema>;

/** A page of one's own: panels in the order in which they were put. */
export const viewSchema = z.strictObject({
	id: z.string(),
	name: z.string().trim().min(1).max(120),
	panels: z.array(viewPanelSchema),
	author: z.string(),
	changed: z.iso.datetime()
});
export type View = z.infer<typeof viewSchema>;

const same = (a: ViewPanel, b: ViewPanel): boolean =>
	a.quartier === b.quartier && a.panel === b.panel && a.indicator === b.indicator;

/** The view with panels at its end; one that is there already stays where it is. */
export const withPanels = (view: View, panels: readonly ViewPanel[]): View => ({
	...view,
	panels: [
		...view.panels,
		...panels.filter((panel) => !view.panels.some((one) => same(one, panel)))
	]
});

/** The view without the panel at a place. */
export const withoutPanel = (view: View, place: number): View => ({
	...view,
	panels: view.panels.filter((_, at) => at !== place)
});

/** The view with the panel at a place moved by some steps, as far as there is room. */
export function withMoved(view: View, place: number, steps: number): View {
	const panels = [...view.panels];
	const [moved] = panels.splice(place, 1);
	if (!moved) return view;
	panels.splice(Math.min(Math.max(place + steps, 0), panels.length), 0, moved);
	return { ...view, panels };
}
