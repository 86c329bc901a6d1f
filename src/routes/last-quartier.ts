/** key of the Quartier whose page was looked at last, in this window */
let last: string | undefined;

export const lastQuartier = (): string | undefined => last;

export const lookAtQuartier = (key: string): void => {
	last = key;
};
