export {
	CASE_COURSES,
	caseDifferenceQueries,
	casesQuery,
	courseQuery,
	differenceQuery,
	itemsQuery,
	type Compared
} from './comparison';
export { filtersFrom, ofWave, paramsOf, questionsIn, type Choices, type Filters } from './filters';
export { caseYears, yearPair } from './case-years';
export { choicesOf } from './choices';
export { itemSteps, topicSteps } from './drill';
export { caseColumns, surveyColumns, type Column } from './difference-columns';
export {
	headQueries,
	keyFiguresFrom,
	strongestTrend,
	type HeadAnswers,
	type KeyFigure
} from './key-figures';
export { Story } from './noteworthy';
export { storyContext } from './story';
export {
	OVERVIEW_CASEWORK,
	OVERVIEW_SURVEY,
	OVERVIEW_TREND,
	overviewQueries,
	type OverviewPart
} from './overview';
export { SECTIONS, type Panel, type SectionId } from './panel';
export { panelQuery, picksOf, togglePick, toggleSpan, withoutLastPick, type Pick } from './picks';
export { isAnswerable, quartierViewOf, type QuartierView } from './quartier-view';
export { questionnairePanels } from './questionnaire';
export { QUARTIER_PANELS } from './quartier';
export {
	compositionQuery,
	groupTestQuery,
	relationQueries,
	SURVEY_PANELS,
	openAnswerQueries,
	openTermsQuery
} from './survey';
export { TRENDS } from './topic-indices';
export { needs, type Need } from './need';
export { topicRowQueries, topicRows, topicTermsQuery, type TopicRow } from './topic-rows';
export { filledSpans } from './rows';
export { meetingProposals, type Proposal } from './meeting';
