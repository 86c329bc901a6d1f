/** A scale in words, each point with its German and English wordings, from the worst point to the best. */
export type KnownScale = { id: string; top: number; points: readonly (readonly string[])[] };

const MIDDLE = [
	'teils/teils',
	'teils, teils',
	'teils teils',
	'teils - teils',
	'weder noch',
	'weder/noch',
	'mittel',
	'neutral',
	'unentschieden',
	'neither nor',
	'neither agree nor disagree',
	'neither agree or disagree',
	'neither satisfied nor dissatisfied',
	'weder zufrieden noch unzufrieden'
];

/**
 * The scales in use in German and English tenant surveys. The first point of each list of wordings
 * names it where nobody chose it. `top` is how many points at the upper end count as satisfied.
 */
export const KNOWN_SCALES: readonly KnownScale[] = [
	{
		id: 'satisfaction5',
		top: 2,
		points: [
			['sehr unzufrieden', 'very dissatisfied', 'very unsatisfied'],
			[
				'eher unzufrieden',
				'unzufrieden',
				'fairly dissatisfied',
				'dissatisfied',
				'somewhat dissatisfied'
			],
			MIDDLE,
			['eher zufrieden', 'zufrieden', 'fairly satisfied', 'satisfied', 'somewhat satisfied'],
			['sehr zufrieden', 'very satisfied']
		]
	},
	{
		id: 'satisfaction4',
		top: 2,
		points: [
			['sehr unzufrieden', 'very dissatisfied'],
			['eher unzufrieden', 'unzufrieden', 'fairly dissatisfied', 'dissatisfied'],
			['eher zufrieden', 'zufrieden', 'fairly satisfied', 'satisfied'],
			['sehr zufrieden', 'very satisfied']
		]
	},
	{
		id: 'satisfaction-asymmetric5',
		top: 2,
		points: [
			['unzufrieden'],
			['weniger zufrieden'],
			['zufrieden'],
			['sehr zufrieden'],
			['vollkommen zufrieden', 'völlig zufrieden']
		]
	},
	{
		id: 'agreement5',
		top: 2,
		points: [
			[
				'stimme überhaupt nicht zu',
				'stimme gar nicht zu',
				'trifft überhaupt nicht zu',
				'trifft gar nicht zu',
				'strongly disagree'
			],
			[
				'stimme eher nicht zu',
				'stimme nicht zu',
				'trifft eher nicht zu',
				'trifft nicht zu',
				'disagree',
				'somewhat disagree'
			],
			MIDDLE,
			['stimme eher zu', 'stimme zu', 'trifft eher zu', 'trifft zu', 'agree', 'somewhat agree'],
			[
				'stimme voll und ganz zu',
				'stimme voll zu',
				'stimme völlig zu',
				'trifft voll und ganz zu',
				'trifft voll zu',
				'trifft völlig zu',
				'strongly agree'
			]
		]
	},
	{
		id: 'agreement4',
		top: 2,
		points: [
			[
				'stimme überhaupt nicht zu',
				'stimme gar nicht zu',
				'stimme nicht zu',
				'trifft überhaupt nicht zu',
				'trifft gar nicht zu',
				'trifft nicht zu',
				'strongly disagree'
			],
			['stimme eher nicht zu', 'trifft eher nicht zu', 'disagree'],
			['stimme eher zu', 'trifft eher zu', 'agree'],
			[
				'stimme voll und ganz zu',
				'stimme voll zu',
				'stimme völlig zu',
				'stimme zu',
				'trifft voll und ganz zu',
				'trifft voll zu',
				'trifft völlig zu',
				'trifft zu',
				'strongly agree'
			]
		]
	},
	{
		id: 'agreement5',
		top: 2,
		points: [
			['stimme nicht zu', 'trifft nicht zu'],
			['stimme eher nicht zu', 'trifft eher nicht zu'],
			MIDDLE,
			['stimme eher zu', 'trifft eher zu'],
			['stimme zu', 'trifft zu']
		]
	},
	{
		id: 'grades6',
		top: 2,
		points: [
			['ungenügend'],
			['mangelhaft'],
			['ausreichend'],
			['befriedigend'],
			['gut'],
			['sehr gut']
		]
	},
	{
		id: 'quality5',
		top: 2,
		points: [
			['sehr schlecht', 'very poor', 'very bad'],
			['schlecht', 'eher schlecht', 'poor', 'bad'],
			['mittelmäßig', 'befriedigend', 'fair', 'average', ...MIDDLE],
			['gut', 'eher gut', 'good'],
			['sehr gut', 'very good', 'excellent']
		]
	},
	{
		id: 'safety5',
		top: 2,
		points: [
			['sehr unsicher', 'very unsafe'],
			['eher unsicher', 'unsicher', 'fairly unsafe', 'unsafe'],
			MIDDLE,
			['eher sicher', 'sicher', 'fairly safe', 'safe'],
			['sehr sicher', 'very safe']
		]
	},
	{
		id: 'safety4',
		top: 2,
		points: [
			['sehr unsicher', 'very unsafe'],
			['eher unsicher', 'unsicher', 'fairly unsafe', 'unsafe'],
			['eher sicher', 'sicher', 'fairly safe', 'safe'],
			['sehr sicher', 'very safe']
		]
	},
	{
		id: 'frequency5',
		top: 2,
		points: [
			['nie', 'niemals', 'never'],
			['selten', 'rarely', 'seldom'],
			['manchmal', 'gelegentlich', 'sometimes', 'occasionally'],
			['oft', 'häufig', 'often', 'frequently'],
			['immer', 'sehr oft', 'sehr häufig', 'always', 'very often']
		]
	},
	{
		id: 'importance4',
		top: 2,
		points: [
			['unwichtig', 'völlig unwichtig', 'not important', 'not at all important'],
			['eher unwichtig', 'weniger wichtig', 'less important'],
			['eher wichtig', 'wichtig', 'important', 'fairly important'],
			['sehr wichtig', 'very important']
		]
	},
	{
		id: 'level3',
		top: 1,
		points: [
			['niedrig', 'gering', 'low'],
			['mittel', 'medium', 'middle'],
			['hoch', 'high']
		]
	},
	{
		id: 'yes-maybe-no',
		top: 1,
		points: [
			['nein', 'no'],
			['vielleicht', 'weiß noch nicht', 'maybe'],
			['ja', 'yes']
		]
	},
	{
		id: 'yes-no',
		top: 1,
		points: [
			['nein', 'no', 'n', 'nicht gewählt'],
			['ja', 'yes', 'y', 'j', 'gewählt']
		]
	}
];
