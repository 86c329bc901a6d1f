/** The middle by itself. */
export const MIDDLE =
	'teils teils, teils, teils ja teils nein, mal so mal so, neutral, mitte, in the middle, in between, unentschieden, unentschlossen, indifferent, ausgeglichen, bin unentschieden, undecided, unsure, geht so, es geht, vielleicht, maybe, perhaps, might or might not, might, mixed, gemischt, so lala, so so';

/** The middle between too much and too little, or between less and more. */
export const AS_IT_WAS =
	'gleich, gleich geblieben, bleibt gleich, gleich viel, unverändert, keine Veränderung, keine Änderung, no change, not changed, not changed much, unchanged, no difference, same, the same, about the same, stayed the same, stay the same, remained the same, so viel, so viele, genauso viel, dieselben, denselben, dasselbe';

export const JUST_RIGHT =
	'genau richtig, gerade richtig, angemessen, passend, adequate, just right, about right, moderat';

/** Between the ends by themselves; with a thing, quite something of it. */
export const MEDIUM = 'mittel, mittler, medium, moderate, normal, durchschnittlich, average';

/** The same by themselves; before another word, a degree. */
export const MIDDLING = 'mittelmäßig, mäßig';

export const NEITHER = 'weder, neither, neither nor, weder noch';
