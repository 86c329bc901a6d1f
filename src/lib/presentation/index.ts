export { caseColumns, surveyColumns, type Column } from './difference-columns';
export { keyFiguresFrom, strongestTrend, type KeyFigure } from './key-figures';
export { wordsOf } from './panel-words';
export { present, type Presentation, type Subject } from './present';
export { isAnswerable, quartierViewOf, type QuartierView } from './quartier-view';
export { sourceLine } from './source-line';
