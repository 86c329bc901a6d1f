/** A text as it is compared: lower case, one space, no punctuation at its ends. */
export const normalise = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\s\u00a0]+/g, ' ')
		.replaceAll('ß', 'ss')
		.replace(/^[\s"'„“(]+|[\s"'„“).:!?]+$/g, '')
		.trim();

const NON_SUBSTANTIVE = new Set(
	[
		'weiß nicht',
		'weiss ich nicht',
		'weiß ich nicht',
		'kann ich nicht beurteilen',
		'kann ich nicht sagen',
		'keine Angabe',
		'keine Angaben',
		'k.A.',
		'k. A.',
		'k.a',
		'ka',
		'keine Antwort',
		'weiß nicht / keine Angabe',
		'weiß nicht/keine Angabe',
		'not applicable/don’t know',
		"not applicable/don't know",
		'not applicable/ don’t know',
		'keine Meinung',
		'nicht zutreffend',
		'trifft nicht zu',
		'trifft auf mich nicht zu',
		'entfällt',
		'nicht beantwortet',
		'nicht gezeigt',
		'{question_not_shown}',
		'möchte ich nicht sagen',
		"don't know",
		'dont know',
		'don’t know',
		'do not know',
		'not applicable',
		'n/a',
		'na',
		'no answer',
		'no opinion',
		'prefer not to say',
		'not shown',
		'refused',
		'-',
		'–'
	].map(normalise)
);

/** Codes that survey programs write for a missing answer, where they lie outside the scale. */
export const MISSING_CODES = new Set(['-1', '-9', '-99', '-999', '98', '99', '998', '999']);

/** True for answers outside n and base: don't know, not applicable, no answer, not shown. */
export const isNonSubstantive = (answer: string): boolean => NON_SUBSTANTIVE.has(normalise(answer));
