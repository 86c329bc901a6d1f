/** Words and their opposites, by which a point that nobody chose is named after the one across from it. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
	['zufrieden', 'unzufrieden'],
	['satisfied', 'dissatisfied'],
	['satisfied', 'unsatisfied'],
	['sicher', 'unsicher'],
	['safe', 'unsafe'],
	['gut', 'schlecht'],
	['good', 'bad'],
	['positiv', 'negativ'],
	['positive', 'negative'],
	['sauber', 'schmutzig'],
	['clean', 'dirty'],
	['freundlich', 'unfreundlich'],
	['friendly', 'unfriendly'],
	['wohl', 'unwohl'],
	['glücklich', 'unglücklich'],
	['happy', 'unhappy'],
	['angenehm', 'unangenehm'],
	['comfortable', 'uncomfortable'],
	['wichtig', 'unwichtig'],
	['important', 'unimportant'],
	['agree', 'disagree'],
	['wahrscheinlich', 'unwahrscheinlich'],
	['likely', 'unlikely'],
	['leicht', 'schwer'],
	['einfach', 'schwer'],
	['easy', 'difficult'],
	['laut', 'leise']
];

/** Words of school grades, from the worst to the best: who has some of them has all. */
export const SCHOOL_GRADES = [
	'ungenügend',
	'mangelhaft',
	'ausreichend',
	'befriedigend',
	'gut',
	'sehr gut'
];
