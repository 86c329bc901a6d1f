import { saysNothing } from './scales/missing';

/** A text as it is compared: lower case, one space, no punctuation at its ends. */
export const normalise = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\s\u00a0]+/g, ' ')
		.replaceAll('ß', 'ss')
		.replace(/^[\s"'„“(]+|[\s"'„“).:!?]+$/g, '')
		.trim();

/** True for answers outside n and base: don't know, not applicable, no answer, not shown. */
export const isNonSubstantive = saysNothing;
