import type { Change, Estimate, IndicatorDefinition } from '../domain';

/** One of the figures at the head of a page. */
export type KeyFigure = {
	definition: IndicatorDefinition;
	estimate: Estimate | undefined;
	change: Change | undefined;
	/** what stands under the figure where there is no comparison */
	note?: string | undefined;
	/** the panel that shows what is behind it */
	href?: string | undefined;
};
