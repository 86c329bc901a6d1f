/** One answer sheet, without its answers. */
export type Sheet = {
	quartier: string;
	wave: number;
	weight: number;
	/** the house that was drawn whole; '' where sheets were drawn by themselves */
	cluster: string;
	/** ISO day on which it came in; null where that is not known */
	received: string | null;
	groups: (string | null)[];
};
