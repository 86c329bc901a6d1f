import { ASKED, type IndicatorQuery, type Scale, type Sentence } from '../../../domain';
import { cells } from '../../cube/columns';
import { askedOf, type Context, type OpenAnswer } from '../../cube/context';
import type { Cube } from '../../cube/cube';
import type { AnswerIndicator } from '../../definitions';
import { masksOf, quartierIds, walk } from '../../cube/filters';
import { sentencesWith } from './terms';

/** Terms that a figure has at most: those that most responses name. */
const MOST_TERMS = 15;

const collator = new Intl.Collator('de');

/** The id of the item that stands for open questions; items of files begin at 1. */
const ITEM = 0;

/** The wave that a query about open answers is about, where it is one and its texts are there. */
function waveOf({ filters }: IndicatorQuery, { catalog, openAnswers }: Context): number | null {
	const wave = catalog.waves.find(({ key }) => key === filters.wave?.[0])?.id;
	return filters.wave?.length === 1 && openAnswers?.wave === wave ? (wave ?? null) : null;
}

const questionsOf = (wave: number, { questions }: Context): string[] =>
	questions.filter((one) => one.wave === wave).map(({ question }) => question);

/** The answers to the question that a query names, else to the one answered most often. */
function answersTo(query: IndicatorQuery, context: Context): OpenAnswer[] {
	const wave = waveOf(query, context);
	if (wave === null) return [];
	const question = query.filters.question ?? questionsOf(wave, context)[0];
	return context.openAnswers?.answers.filter((answer) => answer.question === question) ?? [];
}

/** Those that the filters of the query keep, of its Quartier where it sets one against the rest. */
function ownAnswers(query: IndicatorQuery, context: Context): OpenAnswer[] {
	const all = answersTo(query, context);
	const columns = {
		quartier: Uint16Array.from(all, ({ quartier }) => quartier),
		profile: Uint16Array.from(all, ({ profile }) => profile)
	};
	const kept: OpenAnswer[] = [];
	walk([0, all.length], masksOf(query, columns, context), [], (row) => kept.push(all[row]!));
	if (query.contrast === undefined) return kept;
	const own = quartierIds([query.contrast], context);
	return kept.filter(({ quartier }) => own.includes(quartier));
}

/** Stems that at least so many responses name, those of most responses first. */
function commonStems(answers: readonly OpenAnswer[], least: number): string[] {
	const named = new Map<string, number>();
	for (const { stems } of answers) {
		for (const stem of stems) named.set(stem, (named.get(stem) ?? 0) + 1);
	}
	return [...named]
		.filter(([, responses]) => responses >= least)
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
		.slice(0, MOST_TERMS)
		.map(([stem]) => stem);
}

/** A row of answers as the cube has them, but for its item and wave. */
type AnswerCell = Record<'quartier' | 'profile' | 'cluster' | 'value' | 'n' | 'sw' | 'sww', number>;

const rowOf = ({ quartier, profile, cluster, weight }: OpenAnswer, value: number): AnswerCell => ({
	quartier,
	profile,
	cluster,
	value,
	n: 1,
	sw: weight,
	sww: weight ** 2
});

/** Who named which term, among those who answered the question. */
const namedRows = (answers: readonly OpenAnswer[], stems: readonly string[]): AnswerCell[] =>
	answers.flatMap((answer) => [
		rowOf(answer, ASKED),
		...stems.flatMap((stem, at) => (answer.stems.has(stem) ? [rowOf(answer, at + 1)] : []))
	]);

/** Who answered which question, among all responses of the wave. */
function writtenRows(wave: number, questions: readonly string[], context: Context): AnswerCell[] {
	const { responses } = context.cube;
	const asked = Array.from({ length: responses.length }, (_, at) => at)
		.filter((at) => responses.wave[at] === wave)
		.map((at): AnswerCell => ({
			quartier: responses.quartier[at]!,
			profile: responses.profile[at]!,
			cluster: responses.cluster[at]!,
			value: ASKED,
			n: responses.n[at]!,
			sw: responses.sw[at]!,
			sww: responses.sww[at]!
		}));
	const written = (context.openAnswers?.answers ?? []).map((answer) =>
		rowOf(answer, questions.indexOf(answer.question) + 1)
	);
	return [...asked, ...written];
}

/** Rows as the answers of a cube. */
function answersFrom(rows: readonly AnswerCell[], wave: number): Cube['answers'] {
	const sorted = rows.toSorted((a, b) => a.quartier - b.quartier);
	const column = (name: keyof AnswerCell) => Float64Array.from(sorted, (row) => row[name]);
	const same = (value: number) => Uint16Array.from(sorted, () => value);
	return cells(
		['item', 'wave', 'quartier', 'profile', 'value', 'top', 'n', 'sw', 'sww', 'cluster'] as const,
		{
			item: same(ITEM),
			wave: same(wave),
			quartier: column('quartier'),
			profile: column('profile'),
			value: column('value'),
			top: same(0),
			n: column('n'),
			sw: column('sw'),
			sww: column('sww'),
			cluster: column('cluster')
		}
	);
}

/**
 * The context in which open answers are an item with several answers: one for each question that was
 * written to, or one for each term that enough responses name. So shares, intervals, weights and
 * comparisons are those of any other item.
 */
export function openContext(
	indicator: AnswerIndicator,
	query: IndicatorQuery,
	context: Context
): Context {
	const wave = waveOf(query, context) ?? 0;
	const questions = questionsOf(wave, context);
	const own = ownAnswers(query, context);
	const stems = indicator.open === 'terms' ? commonStems(own, indicator.minimumBase) : [];
	const forms = context.openAnswers?.forms;
	const scale: Scale = {
		id: 'multiple',
		kind: 'multiple',
		points: 0,
		labels: indicator.open === 'terms' ? stems.map((stem) => forms?.get(stem) ?? stem) : questions,
		titles: {},
		topBox: [],
		direction: 'none',
		nonSubstantive: []
	};
	const rows =
		indicator.open === 'terms'
			? namedRows(answersTo(query, context), stems)
			: writtenRows(wave, questions, context);
	const answers = answersFrom(rows, wave);
	const item = { id: ITEM, key: '', code: '', text: '', topic: 'other', derived: false } as const;
	return {
		...context,
		catalog: { ...context.catalog, items: [{ ...item, scale }] },
		cube: { ...context.cube, answers },
		asked: askedOf(answers)
	};
}

/**
 * The sentences of a query's own answers that hold a term, each once and in the order of their letters,
 * with the words that are it. For `disclosure` alone, which decides whether they may be read.
 */
export function sentencesOf(query: IndicatorQuery, term: string, context: Context): Sentence[] {
	const stem = [...(context.openAnswers?.forms ?? [])].find(([, form]) => form === term)?.[0];
	if (stem === undefined) return [];
	const found = ownAnswers(query, context)
		.filter(({ stems }) => stems.has(stem))
		.flatMap(({ text }) => sentencesWith(text, stem));
	const different = new Map(found.map((sentence) => [sentence.text, sentence]));
	return [...different.values()].sort((a, b) => collator.compare(a.text, b.text));
}
