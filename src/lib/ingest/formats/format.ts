/** A column as a format reads its heading. */
export type Heading = {
	heading: string;
	code: string;
	text: string;
	group?: string;
	role?: FormatRole;
};

/** Roles that the tool itself gives to its technical columns. */
export type FormatRole = 'id' | 'date' | 'timing' | 'ignored' | 'text';

export type Tool = 'limesurvey' | 'csv';

/** One survey tool: how its files are recognised and how their headings are read. Pure, from headings alone. */
export type Format = {
	tool: Tool;
	recognises(headings: readonly string[]): boolean;
	read(headings: readonly string[]): Heading[];
};
