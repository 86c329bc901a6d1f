import type { Format } from '../format';

/** An SPSS system file: names of variables as headings; its dictionary says the rest, as a codebook. */
export const spss: Format = {
	tool: 'spss',
	// Never recognised from text: the file's first bytes say what it is.
	headerRows: () => 0,
	read: ([names = []]) => names.map((name) => ({ heading: name, code: name, text: name }))
};
