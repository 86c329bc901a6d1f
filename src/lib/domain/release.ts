import type { Domain, Domains } from './survey-domain';
import type { IndicatorResult, DimensionValues } from './result';

/** A figure that a release does not tell, and why not. */
export type HiddenFigure = {
	/** place of its table among the results */
	table: number;
	indicator: string;
	dimensions: DimensionValues;
	reason: 'small-cell' | 'complementary';
};

/** How many stand behind a figure of a release, and whom it is about. */
export type ReleasedFigure = {
	domain: Domain;
	/** persons or cases; null where the release does not tell it */
	n: number | null;
	/** persons or cases below which it would be small; nobody at all is not */
	minimum: number;
	/** it is not told as it is small itself */
	isSmall: boolean;
	/** it is not told though it is not small: one amount makes up most of it, or it says the same of everybody */
	isHeld?: true;
};

/** What a table told and what not, for later releases to be protected beside it. No hidden number is in it. */
export type ReleasedTable = {
	figures: readonly ReleasedFigure[];
	/** totals of them, which count as known whether the table tells them or not */
	totals: readonly ReleasedFigure[];
	universe: Domains['universe'];
};

/** What a release has to do with those that left before on the same data. */
export type Before = {
	/** figures that are not told because of what they tell, and would be told else */
	hidden: number;
	/** small figures that follow from them, whatever is hidden now */
	exposed: number;
	/** their places among the earlier ones */
	by: readonly number[];
};

/** All that is handed over together: each table protected with regard to the others. Plain data. */
export type Release = {
	/** in the order of the queries */
	results: readonly IndicatorResult<'handing-over'>[];
	hidden: readonly HiddenFigure[];
	/** what its tables told, for the ledger: later releases are protected beside it */
	kept: KeptTables;
	before: Before;
};

/** What the tables of a release told, as a text of its own format. No hidden number is in it. */
export type KeptTables = string;

/** What an earlier release has to say to a later one about the same data. */
export type EarlierRelease = { tables: readonly ReleasedTable[] };
