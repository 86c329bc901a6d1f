/** Words that say nothing about the place of an answer. */
export const FILLERS =
	'ich, bin, ist, sind, war, es, mir, mich, mein, meine, das, der, die, den, dem, des, und, auf, für, im, in, an, am, zu, ab, schon, im Schnitt, nur, aber, geworden, geblieben, i, it, is, are, am, was, be, me, my, of, the, a, an, to, and, for, with, at, so, got, has, have, does, as, would, extent, amount, level, als, wie, noch, nor, or, oder, now, voll genug, im Durchschnitt, fühle, feel, im Allgemeinen, etwa, about, in etwa, ungefähr, rund, oft genug, been, than, do, es gibt';
