import type { Format, Rows, Tool } from './format';
import { googleforms } from './googleforms';
import { kobotoolbox } from './kobotoolbox';
import { limesurvey } from './limesurvey';
import { msforms } from './msforms';
import { qualtrics } from './qualtrics';
import { soscisurvey } from './soscisurvey';
import { spss } from './spss';
import { surveymonkey } from './surveymonkey';
import { table } from './table';

export { TOOLS, type Format, type Heading, type Rows, type Tool } from './format';
export { arrayRow, widthOf } from './headings';

/** In the order in which they are asked; the plain table takes what is left. */
const FORMATS: readonly Format[] = [
	qualtrics,
	surveymonkey,
	limesurvey,
	soscisurvey,
	kobotoolbox,
	msforms,
	googleforms
];

/** The format of a tool that is known. */
export const formatOf = (tool: Tool): Format =>
	[...FORMATS, spss].find((format) => format.tool === tool) ?? table;

/** The tool that wrote a file, from the rows that begin with its heading. */
export const recogniseFormat = (rows: Rows): Format =>
	FORMATS.find((format) => format.headerRows(rows) > 0) ?? table;
