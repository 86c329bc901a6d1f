/** How much, as distance from the middle. Words of one line are the same to most people: they are never told apart. */
export const DEGREES: readonly (readonly [number, string])[] = [
	[0.8, 'etwas, ein wenig, ein bisschen, a little, a little bit, a bit, slightly'],
	[1, 'teilweise, zum Teil, partly, partially'],
	[1.5, 'eher, tendenziell, tend to, rather, somewhat, some, to some extent, einige, only some'],
	[1.8, 'moderately, einigermaßen, halbwegs, a moderate amount'],
	[2, 'fairly, reasonably'],
	[2.3, 'quite a bit, quite a lot, quite a lot of'],
	[
		3,
		'sehr, very, v, very much, besonders, considerably, deutlich, a lot, a lot of, to a large extent, in hohem Maße, viel, much, far'
	],
	[3.4, 'strongly, highly, a great deal, a great deal of'],
	[3.6, 'to a very large extent, in sehr hohem Maße'],
	[4, 'äußerst, ausgesprochen, extrem, extremely, außerordentlich, überaus, exceptionally'],
	[
		4.5,
		'völlig, vollkommen, voll, voll und ganz, ganz und gar, vollständig, absolut, total, restlos, uneingeschränkt, genau, auf jeden Fall, completely, totally, absolutely, fully, entirely, perfectly, definitely, certainly, bestimmt'
	]
];

/** Degrees that some take for more than the plain word and some for less: beside it they decide nothing. */
export const FUZZY_DEGREES: readonly (readonly [number, string])[] = [
	[2, 'ziemlich, zieml'],
	[2.1, 'quite, pretty, recht, relativ, relatively, probably, vermutlich'],
	[2.7, 'größtenteils, überwiegend, weitgehend, mostly, mainly, generally, largely'],
	[4, 'ganz']
];
