import type { ChartKind } from '../charts';
import type { IndicatorResult, QuartierEvent, QuartierMap } from '../domain';

/**
 * A panel as it leaves the house. Its result must have been evaluated for the audience
 * `handing-over`: what is exported can be added up with other exports, and nobody can call it back.
 */
export type PanelPicture = {
	kind: ChartKind;
	result: IndicatorResult;
	title: string;
	subtitle: string;
	/** name of the Quartier; undefined where the panel is about all */
	quartier?: string | undefined;
	/** source, waves or period, and n, in words */
	footer: string;
	/** the day, as it is to be read */
	date: string;
	events: readonly QuartierEvent[];
	/** outlines of the Quartiere, for a map */
	map?: QuartierMap | undefined;
};
