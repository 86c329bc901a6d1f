/** Words that take away, from all of it to most of it. */
export const NOT = 'nicht, not, dont, do not, does not, did not, doesnt';

export const ZERO =
	'gar nicht, überhaupt nicht, not a, not an, ganz und gar nicht, not at all, keine, kein, keinen, keiner, keines, gar keine, gar kein, gar keinen, überhaupt kein, überhaupt keine, überhaupt keinen, no, none, nothing, nichts, gar nichts, auf keinen Fall, unter keinen Umständen, keinesfalls, auf gar keinen Fall';

export const AT_ALL = 'at all, überhaupt';

export const LOW: readonly (readonly [number, string])[] = [
	[-4, 'hardly any, barely any, fast keine, fast nichts'],
	[-1.5, 'not really, eigentlich nicht'],
	[
		-1.2,
		'nicht sehr, nicht besonders, nicht so, nicht ganz, nicht so sehr, nicht allzu, nicht unbedingt, not very, not too, not so, not particularly, not quite'
	],
	[-1.1, 'kaum, wenig, little, few, hardly, barely, of little'],
	[-0.9, 'weniger, less']
];

export const ALMOST = 'fast, nahezu, beinahe, praktisch, almost, nearly';
