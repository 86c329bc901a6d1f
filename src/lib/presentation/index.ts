export { captionOf, questionCaption } from './caption';
export {
	againstText,
	certaintyWord,
	changeMark,
	changeSentence,
	changeSign,
	changeTone,
	otherText
} from './change';
export type {
	Lane,
	StripModel,
	CalendarModel,
	AccentCategory,
	ChartKind,
	ChartModel,
	Figure,
	FlowModel,
	ItemCategory,
	LikertModel,
	MapModel,
	Mark,
	MatrixModel,
	PeriodCategory,
	RowsModel,
	StackedModel,
	Target,
	TrendModel
} from './chart-model';
export { CHART_KINDS } from './chart-model';
export { describeChart } from './describe';
export { extentOf } from './extent';
export { absenceInPicture, absenceWord, intervalOnAxis, isHidden, valueOnAxis } from './figure';
export { chartModel } from './model';
export type { ModelContext } from './models/common';
export { extentOnAxis, type Extent } from './models/matrix-points';
export { panelName, wordsOf } from './panel-words';
export { modelOf, present, type Presentation, type Subject } from './present';
export { withoutHeading } from './read';
export { sourceLine } from './source-line';
export { tipsOf, type Tip, type TipLine } from './tips';
export {
	noteworthyDetail,
	noteworthySentence,
	noteworthySign,
	noteworthyTone,
	type Noteworthy
} from './noteworthy';
