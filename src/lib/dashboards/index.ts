export { filtersFrom, paramsOf, yearsOf, type Choices, type Filters } from './filters';
export { OVERVIEW_TREND, overviewQueries } from './overview';
export type { Panel } from './panel';
export { sourceLine } from './source';
export { keyFigureQueries, QUARTIER_PANELS, TRENDS } from './quartier';
export { compositionQuery, groupTestQuery, relationQueries, SURVEY_PANELS } from './survey';
