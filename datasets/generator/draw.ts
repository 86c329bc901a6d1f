import { caseProblems } from './case-draw';
import { CASES_FILE, files, SURVEY_FILE } from './files';
import { read } from './reading';
import { surveyProblems } from './survey-draw';

/**
 * Where a draw does not show what the model says: a planted effect missed by chance, or a false
 * alarm where nothing was planted. With some hundred figures compared, few draws are free of both.
 */
export function drawProblems(seed: number): string[] {
	const drawn = files(seed);
	const survey = drawn.get(SURVEY_FILE) ?? new Uint8Array();
	const cases = drawn.get(CASES_FILE) ?? new Uint8Array();
	return [...surveyProblems(read(survey, 'utf-8')), ...caseProblems(read(cases, 'windows-1252'))];
}
