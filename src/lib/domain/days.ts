/** Days compared as text, which is right for ISO dates; one that is not known fits every other. */
export const inOrder = (first: string | null, last: string | null): boolean =>
	first === null || last === null || first <= last;
