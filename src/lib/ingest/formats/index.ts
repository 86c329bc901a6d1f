import type { Format } from './format';
import { limesurvey } from './limesurvey';
import { table } from './table';

export type { Format, Heading } from './format';

/** In the order in which they are asked; the plain table takes what is left. */
const FORMATS: readonly Format[] = [limesurvey, table];

export const recogniseFormat = (headings: readonly string[]): Format =>
	FORMATS.find((format) => format.recognises(headings)) ?? table;
