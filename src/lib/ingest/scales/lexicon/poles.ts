/*
 * Longer than other files, as it is a list: what stands at which end is read beside what stands at the other.
 */

/** Words with a place of their own, `at` each place those that say the same. */
export type PoleDimension = {
	name: string;
	/** true where the words themselves say that the upper end is the good one */
	good: boolean;
	poles: readonly (readonly [number, string])[];
};

/** Words that judge: their upper end is good, whatever is asked. */
const JUDGING: readonly PoleDimension[] = [
	{
		name: 'satisfaction',
		good: true,
		poles: [
			[-2.5, 'unzufrieden, dissatisfied, unsatisfied, disatisfied'],
			[2.5, 'zufrieden, satisfied']
		]
	},
	{
		name: 'quality',
		good: true,
		poles: [
			[-4.5, 'ungenügend, miserabel, katastrophal, terrible, awful, horrible'],
			[-3.9, 'unacceptable, inakzeptabel'],
			[-3.2, 'mangelhaft'],
			[
				-2.5,
				'schlecht, bad, badly, poor, poorly, negativ, negative, unfavorable, unfavorably, unfavourable, nervig, unnötig, unangenehm, unpleasant, unzufriedenstellend, unsatisfactory, undesirable, dont like, dislike, ungünstig, unhelpful, unnütz, nutzlos, useless'
			],
			[-1.5, 'below average, unterdurchschnittlich'],
			[-0.5, 'ausreichend, sufficient'],
			[0, 'fair'],
			[0.3, 'okay, ok, in Ordnung, passabel'],
			[0.4, 'acceptable, akzeptabel'],
			[0.8, 'zufriedenstellend, befriedigend, satisfactory'],
			[1.5, 'above average, überdurchschnittlich'],
			[
				2.5,
				'gut, good, well, positiv, positive, favorable, favorably, favourable, angenehm, pleasant, hilfreich, helpful, desirable, like, nützlich, useful'
			],
			[3.8, 'great'],
			[
				4.5,
				'excellent, exzellent, ausgezeichnet, hervorragend, bestens, outstanding, perfect, perfekt'
			]
		]
	},
	{
		name: 'expectation',
		good: true,
		poles: [
			[-2.5, 'below'],
			[0, 'meets, met'],
			[2.5, 'exceeds, exceeded, above']
		]
	},
	{
		name: 'safety',
		good: true,
		poles: [
			[-2.5, 'unsicher, unsafe, insecure'],
			[2.5, 'sicher, safe, secure']
		]
	},
	{
		name: 'cleanliness',
		good: true,
		poles: [
			[-2.5, 'schmutzig, dreckig, unsauber, dirty, ungepflegt, verschmutzt'],
			[2.5, 'sauber, clean, gepflegt, rein']
		]
	},
	{
		name: 'wellbeing',
		good: true,
		poles: [
			[-2.5, 'unwohl, unglücklich, unhappy, ungern, uncomfortable, stressful, unbequem'],
			[2.5, 'wohl, glücklich, happy, gern, gerne, comfortable, relaxed, bequem']
		]
	},
	{
		name: 'friendliness',
		good: true,
		poles: [
			[-2.5, 'unfreundlich, unfriendly, rude, unhöflich'],
			[2.5, 'freundlich, friendly, höflich, polite']
		]
	},
	{
		name: 'ease',
		good: true,
		poles: [
			[-2.5, 'schwer, schwierig, difficult, hard, kompliziert, complicated'],
			[2.5, 'leicht, einfach, easy, simple, unkompliziert']
		]
	},
	{
		name: 'clarity',
		good: true,
		poles: [
			[-2.5, 'unklar, unclear, unverständlich, incomprehensible'],
			[2.5, 'klar, clear, verständlich, comprehensible, eindeutig']
		]
	},
	{
		name: 'fairness',
		good: true,
		poles: [
			[-2.5, 'unfair, ungerecht'],
			[2.5, 'gerecht']
		]
	}
];

/** Words whose good end only the question tells. */
const DEPENDING: readonly PoleDimension[] = [
	{
		name: 'agreement',
		good: false,
		poles: [
			[
				-2.5,
				'lehne, ablehnen, ablehnung, dagegen, disagree, against, oppose, opposed, falsch, untrue, false, unzutreffend, contra'
			],
			[
				2.5,
				'stimme, stimmt, trifft, zustimmung, zutreffend, dafür, agree, support, favor, favour, in favor, in favour, true, applies, apply, richtig, pro'
			]
		]
	},
	{
		name: 'importance',
		good: false,
		poles: [
			[-2.5, 'unwichtig, unimportant, irrelevant'],
			[2.5, 'wichtig, important, relevant, wichtigkeit, importance'],
			[4.5, 'essential, unverzichtbar, entscheidend, crucial']
		]
	},
	{
		name: 'likelihood',
		good: false,
		poles: [
			[-2.5, 'unwahrscheinlich, unlikely, improbable'],
			[2.5, 'wahrscheinlich, likely, probable']
		]
	},
	{
		name: 'loudness',
		good: false,
		poles: [
			[-2.5, 'leise, ruhig, quiet, silent'],
			[2.5, 'laut, noisy, loud']
		]
	},
	{
		name: 'brightness',
		good: false,
		poles: [
			[-2.5, 'dunkel, dark'],
			[2.5, 'hell, bright']
		]
	},
	{
		name: 'price',
		good: false,
		poles: [
			[-2.5, 'günstig, billig, preiswert, cheap, inexpensive'],
			[2.5, 'teuer, expensive']
		]
	},
	{
		name: 'weight',
		good: false,
		poles: [
			[-2.5, 'light'],
			[2.5, 'heavy']
		]
	},
	{
		name: 'change',
		good: false,
		poles: [
			[
				-2.5,
				'schlechter, worse, verschlechtert, verschlechterung, abgenommen, gesunken, zurückgegangen, decreased, declined, worsened, lower, kleiner, niedriger, niedrigeren'
			],
			[
				2.5,
				'besser, better, verbessert, verbesserung, zugenommen, gestiegen, increased, improved, grown, höher, higher, größer'
			]
		]
	},
	{
		name: 'yes-no',
		good: false,
		poles: [
			[-4.1, 'nein'],
			[4.1, 'ja, yes, gewählt, ausgewählt, selected, quoted, checked']
		]
	}
];

/** Much and little of anything. */
const AMOUNT: PoleDimension = {
	name: 'level',
	good: false,
	poles: [
		[-5, 'geringst, niedrigst, kleinst, lowest, smallest, least, schwächst'],
		[
			-2.8,
			'gering, niedrig, klein, schwach, low, small, weak, weakly, minor, mild, slight, short, kurz'
		],
		[
			2.8,
			'hoch, hoh, groß, stark, viel, viele, high, large, big, strong, major, much, many, lang, long, serious, heavily'
		],
		[3.6, 'dringend, urgent, severe'],
		[3.8, 'die meisten'],
		[4, 'umfassend, top'],
		[4.5, 'alle'],
		[5, 'höchst, größt, stärkst, highest, largest, most']
	]
};

/** How often, where no number is said. */
const FREQUENCY: PoleDimension = {
	name: 'frequency',
	good: false,
	poles: [
		[-4.5, 'nie, niemals, noch nie, never, none of the time'],
		[-4.2, 'hardly ever, kaum jemals'],
		[
			-2.5,
			'selten, ausnahmsweise, rarely, seldom, infrequently, a little of the time, an einzelnen tagen, several days'
		],
		[
			0,
			'manchmal, gelegentlich, hin und wieder, ab und zu, zeitweise, von Zeit zu Zeit, sometimes, occasionally, some of the time, once in a while, from time to time'
		],
		[1.2, 'half the time, more than half the days, an mehr als der hälfte der tage'],
		[2.5, 'oft, häufig, regelmäßig, often, frequently, regularly'],
		[
			3.8,
			'meistens, meist, die meiste Zeit, usually, most of the time, beinahe jeden tag, nearly every day'
		],
		[4.2, 'almost every time'],
		[
			4.5,
			'immer, stets, ständig, jederzeit, die ganze Zeit, always, constantly, all of the time, all the time, every time'
		]
	]
};

export const DIMENSIONS: readonly PoleDimension[] = [...JUDGING, ...DEPENDING, AMOUNT, FREQUENCY];
