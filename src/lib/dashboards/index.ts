export {
	CASE_COURSES,
	caseDifferenceQueries,
	casesQuery,
	courseQuery,
	differenceQuery,
	itemsQuery,
	yearPair,
	type Compared,
	type YearPair
} from './comparison';
export {
	filtersFrom,
	paramsOf,
	questionsIn,
	wavePair,
	type Choices,
	type Filters
} from './filters';
export { choicesOf } from './choices';
export { itemSteps, topicSteps } from './drill';
export { keyFigureQueries, TRENDS } from './key-figures';
export { modernisationOf } from './modernisation';
export { noteworthy, type Noteworthy } from './noteworthy';
export {
	OVERVIEW_CASEWORK,
	OVERVIEW_TREND,
	overviewParts,
	overviewQueries,
	type OverviewPart
} from './overview';
export { SECTIONS, type Panel, type PanelContext, type SectionId } from './panel';
export { panelQuery, picksOf, togglePick, toggleSpan, withoutLastPick, type Pick } from './picks';
export { questionnairePanels } from './questionnaire';
export { QUARTIER_PANELS } from './quartier';
export {
	compositionQuery,
	groupTestQuery,
	relationQueries,
	SURVEY_PANELS,
	openAnswerQueries
} from './survey';
