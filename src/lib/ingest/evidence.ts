/**
 * Why a column is taken for what it is: its heading, its tool, a codebook or labels that declare it, the
 * words or the values of its answers, the other questions of its battery, a person, an earlier file.
 */
export const EVIDENCE = [
	'heading',
	'tool',
	'declared',
	'words',
	'values',
	'battery',
	'person',
	'earlier'
] as const;
export type Evidence = (typeof EVIDENCE)[number];
