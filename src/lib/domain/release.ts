import type { IndicatorResult, DimensionValues } from './result';

/** A figure that a release does not tell, and why not. */
export type HiddenFigure = {
	/** place of its table among the results */
	table: number;
	indicator: string;
	dimensions: DimensionValues;
	reason: 'small-cell' | 'complementary';
	/** what the figure is of, the same in each table in which it stands: as a total, or as a part of one */
	cell: string;
};

/** All that is handed over together: each table protected with regard to the others. Plain data. */
export type Release = {
	/** in the order of the queries */
	results: readonly IndicatorResult<'handing-over'>[];
	hidden: readonly HiddenFigure[];
};

/** What an earlier release has to say to a later one about the same data. */
export type EarlierRelease = Pick<Release, 'hidden'>;
