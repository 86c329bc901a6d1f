/** One answer sheet of a survey, without its answers. */
export type SurveyResponse = {
	/** name of the Quartier, as the file has it */
	quartier: string;
	/** place of its wave among those of the file */
	wave: number;
	weight: number;
	/** the house that was drawn whole; '' where responses were drawn by themselves */
	cluster: string;
	/** ISO day on which it came in; null where that is not known */
	received: string | null;
	/** categories of the groups of the file, in their order; null where they are not known */
	groups: (string | null)[];
};
