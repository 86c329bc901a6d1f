import { soscisurvey, spss } from './coded';
import type { Questionnaire } from './columns';
import type { Random } from './random';
import {
	googleforms,
	kobotoolbox,
	limesurvey,
	msforms,
	plain,
	qualtrics,
	surveymonkey,
	twoRows,
	workbook,
	type Shape,
	type Written
} from './tables';

const SHAPES: readonly Shape[] = [
	plain,
	workbook,
	limesurvey,
	msforms,
	googleforms,
	surveymonkey,
	qualtrics,
	kobotoolbox,
	twoRows,
	soscisurvey,
	spss
];

/** A questionnaire in the shape of a tool: the one named, else one that is drawn. */
export function written(asked: Questionnaire, random: Random, named?: Shape): Written {
	const drawn = random.pick(SHAPES);
	return (named ?? drawn)(asked, random);
}
