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
