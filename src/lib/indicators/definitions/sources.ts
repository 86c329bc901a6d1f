import type { Words } from '../../domain';

/** The interval of a share that more than one kind of figure has. */
export const WILSON_1927: Words = {
	de: 'Wilson (1927), JASA 22, 209–212',
	en: 'Wilson (1927), JASA 22, 209–212'
};
