/** key of the Quartier whose page was looked at last, in this window */
let last: string | undefined;

/** The key of the Quartier whose page was looked at last; undefined where none was. */
export const lastQuartier = (): string | undefined => last;

/** Notes that the page of a Quartier is looked at. */
export const lookAtQuartier = (key: string): void => {
	last = key;
};
