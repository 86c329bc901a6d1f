/** A column as a format reads its heading. */
export type Heading = {
	/** one line that names the column among the others */
	heading: string;
	code: string;
	text: string;
	/** what the columns of one question have in common */
	group?: string;
	/** the same, where no structure of a tool says so but the headings themselves: words or a code that they begin with */
	battery?: string;
	/** of a question with a column for each row or option: what is asked, and what this one is about */
	question?: string;
	row?: string;
	/** the columns of the group are options, of which several can be chosen */
	several?: boolean;
	/** the cells that say that the option was chosen, where a codebook says so */
	chosen?: readonly string[];
	role?: FormatRole;
};

/** Roles that the tool itself gives to its technical columns. */
export type FormatRole = 'id' | 'date' | 'timing' | 'ignored' | 'text' | 'token';

export const TOOLS = [
	'limesurvey',
	'msforms',
	'googleforms',
	'surveymonkey',
	'qualtrics',
	'kobotoolbox',
	'soscisurvey',
	'spss',
	'excel',
	'csv'
] as const;
export type Tool = (typeof TOOLS)[number];

/** The rows of a file from its heading on, as text. */
export type Rows = readonly (readonly string[])[];

/** One survey tool: how its files are recognised and how their headings are read. Pure, from text alone. */
export type Format = {
	tool: Tool;
	/** How many rows the heading takes; 0 where another tool wrote the file. */
	headerRows(rows: Rows): number;
	/** The columns, from the rows of the heading. */
	read(head: Rows): Heading[];
	/** the same answers with one column for each question, where the tool spreads them */
	condense?(body: { head: Rows; rows: Rows }): { head: string[][]; rows: string[][] };
	/** columns that ask the same in several versions of a form, by their places: of each row one is filled */
	versions?(head: Rows): number[][];
	/** codes that the tool writes where nothing was answered */
	missing?: readonly string[];
	/** codes by which the tool says whether an option was chosen, where they are its own */
	ticks?: { yes: readonly string[]; no: readonly string[] };
	/** what stands between several answers in one cell */
	delimiter?: string;
};
