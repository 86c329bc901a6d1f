import type { Dimension } from '../domain';
import { message } from './problem';

/** Groups of persons that have a word in both languages; the others go by the name that their file gives them. */
export const KNOWN_GROUPS = [
	'age',
	'household',
	'tenure',
	'language',
	'gender',
	'building'
] as const;

/** The name of a group as people read it. */
export const groupText = (name: string): string =>
	isKnownGroup(name) ? message(`group_${name}`) : name;

export const isKnownGroup = (name: string): boolean =>
	(KNOWN_GROUPS as readonly string[]).includes(name);

/** The name of a dimension as people read it: a group of persons by its own. */
export const dimensionText = (dimension: Dimension): string =>
	dimension.startsWith('group:')
		? groupText(dimension.slice('group:'.length))
		: message(`chart_dimension_${dimension}`);
