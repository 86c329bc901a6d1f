import {
	isMoreThanChance,
	isShown,
	type Change,
	type Estimate,
	type IndicatorDefinition,
	type IndicatorResult,
	type IndicatorRow
} from '../domain';
import type { Noteworthy } from '../presentation';
import type { StoryPart, StorySubject } from './story';
import { TOPIC_INDICES } from './topic-indices';

/** What counts as a large difference in each unit; of rates, as much as the figure itself. */
const LARGE: Partial<Record<IndicatorDefinition['unit'], number>> = {
	percent: 0.25,
	index: 25,
	nps: 50
};

/** p values below this are as certain as can be said. */
const SUREST = 1e-4;

/** Complete counts are not tested: a share that changed by less, or a number by a smaller part of it, is no news. */
const LEAST_SHARE = 0.05;
const LEAST_GROWTH = 0.15;
/** What is tested stands before what is counted. */
const COUNTED = 0.5;

/** How large a difference is, as a share of what is large in its unit, from 0. */
function sizeOf(difference: number, unit: IndicatorDefinition['unit'], value: number): number {
	// A rate is set against the larger of the two, so that half and twice as many stand out alike.
	const larger = Math.max(Math.abs(value), Math.abs(value - difference)) || 1;
	return Math.abs(difference) / (LARGE[unit] ?? larger);
}

/**
 * How much a difference stands out, from 0: its size, as a share of what is large in its unit, times
 * its certainty (the logarithm of its adjusted p value).
 */
export function weightOf(change: Change, unit: IndicatorDefinition['unit'], value: number): number {
	const { difference, pValue } = change;
	if (difference === null || pValue === null) return 0;
	const certainty = Math.log10(Math.max(pValue, SUREST)) / Math.log10(SUREST);
	return sizeOf(difference, unit, value) * certainty;
}

export type StoryAnswers = Partial<Record<StoryPart, IndicatorResult>>;

/** What on the page of a Quartier says it: the course what is new, the row of a topic or the head what stands apart. */
function shownIn(
	kind: Noteworthy['kind'],
	{ group, id }: IndicatorDefinition
): Pick<Noteworthy, 'panel' | 'trend'> {
	if (id === 'treff-visits') return { panel: 'treff-years', trend: undefined };
	if (id === 'young-share') return { panel: 'young', trend: undefined };
	if (id === 'success-share') return { panel: 'success-course', trend: undefined };
	if (group === 'casework') {
		return { panel: kind === 'new' ? 'case-rate' : 'neighbours', trend: undefined };
	}
	if (TOPIC_INDICES.includes(id)) {
		const topic = id.replace('index-', '');
		return { panel: kind === 'new' ? `${topic}-course` : `topic-${topic}`, trend: undefined };
	}
	return kind === 'new'
		? { panel: 'trend', trend: id }
		: { panel: 'key-figures', trend: undefined };
}

type Weighed = Noteworthy & { weight: number };
const byWeight = (all: readonly Weighed[]): Noteworthy[] =>
	all.toSorted((a, b) => b.weight - a.weight);

/** What is looked for in the answers to `storyQueries`. */
export class Story {
	/**
	 * @param wave the wave looked at, and what waves are called
	 * @param year the last year of casework that is looked at
	 */
	constructor(
		private readonly answers: StoryAnswers,
		private readonly subject: StorySubject,
		private readonly wave: string | undefined,
		private readonly waveName: (wave: string | undefined) => string,
		private readonly year: number | undefined
	) {}

	/** What changed since the wave or year before, or since the first year: what is large and certain first. */
	changes(): Noteworthy[] {
		const { change, caseChange, caseFirst, visits } = this.answers;
		const found = [
			...this.#tested(change, 'new'),
			...this.#tested(caseChange, 'new'),
			...this.#tested(caseFirst, 'new'),
			...this.#counted(visits)
		];
		// Of a figure that changed since the year before, how it was in the first year is old news.
		const first = new Map<string, Weighed>();
		for (const one of found) {
			const key = `${one.quartier} ${one.definition.id}`;
			if (!first.has(key)) first.set(key, one);
		}
		return byWeight([...first.values()]);
	}

	/** What is certainly higher or lower than in the other Quartiere: what is large and certain first. */
	gaps(): Noteworthy[] {
		const { gap, caseGap } = this.answers;
		return byWeight([...this.#tested(gap, 'standing'), ...this.#tested(caseGap, 'standing')]);
	}

	/** The Quartier of a row; undefined of the others together. */
	#quartierOf({ dimensions: { quartier, contrast } }: IndicatorRow): string | undefined {
		if (this.subject === 'all') return quartier;
		return contrast === 'self' ? this.subject.quartier : undefined;
	}

	/** The wave or year of a row. */
	#timeOf({ dimensions: { wave, period } }: IndicatorRow): string {
		return period === undefined ? this.waveName(wave) : period.slice(0, 4);
	}

	#isNow({ dimensions: { wave, period } }: IndicatorRow): boolean {
		return period === undefined ? wave === this.wave : period === `${this.year}-01-01`;
	}

	/** All rows of a figure of a Quartier, in the order of time. */
	#over(result: IndicatorResult | undefined, row: IndicatorRow): IndicatorRow[] {
		const quartier = this.#quartierOf(row);
		return (result?.rows ?? []).filter(
			(one) => one.indicator === row.indicator && this.#quartierOf(one) === quartier
		);
	}

	#courseOf(row: IndicatorRow): (Estimate | undefined)[] {
		const { course, caseChange } = this.answers;
		const result = row.dimensions.period === undefined ? course : caseChange;
		return this.#over(result, row).map(({ estimate }) => estimate);
	}

	#tested(result: IndicatorResult | undefined, kind: Noteworthy['kind']): Weighed[] {
		return (result?.rows ?? []).flatMap((row) => {
			const { indicator, estimate, change } = row;
			const definition = result?.definitions.find(({ id }) => id === indicator);
			const quartier = this.#quartierOf(row);
			if (!result || !definition || quartier === undefined || !this.#isNow(row)) return [];
			if (!change || !isMoreThanChance(change) || change.difference === null) return [];
			if (!isShown(estimate) || estimate.value === null || isBroken(result, row)) return [];
			const before = this.#over(result, row)
				.filter((one) => !this.#isNow(one))
				.at(-1);
			const isSame = before?.change?.verdict === change.verdict;
			return [
				{
					quartier,
					definition,
					kind,
					now: { ...estimate, value: estimate.value },
					when: this.#timeOf(row),
					from: estimate.value - change.difference,
					since: kind === 'new' ? (change.since ?? '') : before ? this.#timeOf(before) : '',
					change,
					isRecent: kind === 'standing' && before !== undefined && !isSame,
					course: this.#courseOf(row),
					weight: weightOf(change, definition.unit, estimate.value),
					...shownIn(kind, definition)
				}
			];
		});
	}

	/** Shares of complete counts in the last year against the first one in which there was anything to count. */
	#counted(result: IndicatorResult | undefined): Weighed[] {
		// Where only some persons are looked at, what is not about them is no news.
		if (result?.notes.includes('groups-ignored')) return [];
		return (result?.rows ?? []).flatMap((row) => {
			const definition = result?.definitions.find(({ id }) => id === row.indicator);
			const quartier = this.#quartierOf(row);
			if (!definition || quartier === undefined || !this.#isNow(row)) return [];
			const over = this.#over(result, row);
			const first = over.find(({ estimate }) => isShown(estimate) && estimate.value !== null);
			const [now, from] = [row.estimate.value, first?.estimate.value ?? null];
			if (!first || first === row || now === null || from === null || now === from) return [];
			const least =
				definition.unit === 'percent' ? LEAST_SHARE : LEAST_GROWTH * Math.max(now, from);
			if (!isShown(row.estimate) || Math.abs(now - from) < least) return [];
			return [
				{
					quartier,
					definition,
					kind: 'new',
					now: { ...row.estimate, value: now },
					when: this.#timeOf(row),
					from,
					since: this.#timeOf(first),
					change: undefined,
					isRecent: false,
					course: over.map(({ estimate }) => estimate),
					weight: COUNTED * sizeOf(now - from, definition.unit, now),
					...shownIn('new', definition)
				}
			];
		});
	}
}

/** Whether the wave looked at asked in another way than the one before, so that a change may be of the questions. */
function isBroken(
	{ breaks }: IndicatorResult,
	{ indicator, dimensions, change }: IndicatorRow
): boolean {
	return (
		change?.against === 'previous-wave' &&
		breaks.some((one) => one.indicator === indicator && one.wave === dimensions.wave)
	);
}
