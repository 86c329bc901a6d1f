import type { Panel } from './panel';
import { CASEWORK_SECTION } from './panels/casework';
import { MODERNISATION_SECTION } from './panels/modernisation';
import { RECORD_SECTIONS } from './panels/records';
import { SURVEY_SECTIONS } from './panels/survey';

/** The panels of a Quartier, in the order in which one asks: how are they, where is it bad, what do we do, does it help. */
export const QUARTIER_PANELS: readonly Panel[] = [
	...SURVEY_SECTIONS,
	...CASEWORK_SECTION,
	...RECORD_SECTIONS,
	...MODERNISATION_SECTION
];
