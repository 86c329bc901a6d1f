import { withBatteries, withRepeated } from './batteries';
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

/** Headings that R and pandas, or we, give to the numbers of rows. */
const ROW_NAMES = /^(row\.names|Unnamed: 0(\.\d+)?)$/;

/** A format that says of its columns, too, which of them are a battery by their headings, and which only number rows. */
const completed = (format: Format): Format => ({
	...format,
	read: (head) =>
		withRepeated(
			withBatteries(
				format
					.read(head)
					.map((heading) =>
						ROW_NAMES.test(heading.heading) ? { ...heading, role: 'ignored' } : heading
					)
			)
		)
});

const plain = completed(table);

/** In the order in which they are asked; the plain table takes what is left. */
const FORMATS: readonly Format[] = [
	qualtrics,
	surveymonkey,
	limesurvey,
	soscisurvey,
	kobotoolbox,
	msforms,
	googleforms
].map(completed);

/** The format of a tool that is known. */
export const formatOf = (tool: Tool): Format =>
	[...FORMATS, completed(spss)].find((format) => format.tool === tool) ?? plain;

/** The tool that wrote a file, from the rows that begin with its heading. */
export const recogniseFormat = (rows: Rows): Format =>
	FORMATS.find((format) => format.headerRows(rows) > 0) ?? plain;
