import { topOf } from '../../domain';
import { sum } from '../columns';
import { numberFormat, parseNumber } from '../values';
import { arranged } from './arrange';
import { isMissingCode, runOf } from './codes';
import { ordinal, unpointed, type ScaleSuggestion } from './suggestion';

/** Numbers as labels. */
export const range = (from: number, to: number): string[] =>
	Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

export const RECOMMENDATION = /empfehl|empfiehl|recommend|\bnps\d*\b/i;
const NPS_SAID = /\bnps\d*\b|\b0\s*(?:bis|to|-|–)\s*10\b/i;
const GRADES = /schulnote|\bnoten?\b|benotung|school (grade|mark)/i;
const LIKELY_GRADES = /\bgrade/i;

/** Headings of columns whose numbers name something. */
const NAMES =
	/stadtteil|stadtbezirk|\bbezirk|quartier|viertel|\bplz\b|postleitzahl|postal|zip ?code|district|kennziffer|kennung|schlüssel|\bgrund\b|gründe|\breason|\b(haus|wohnungs?|objekt|vertrags?|lfd\.?|laufende|we|fall|kunden)?[- ]?(nr|nummer)\b|\bid\b|\bcode\b/i;

/** What stands behind numbers in a heading: "1 = sehr gut … 5 = sehr schlecht", "von 1 (gut) bis 6 (schlecht)". */
const SAID =
	/(?<!\d)(\d{1,2})\s*(?:=|:|\(|[-–—]\s)\s*["„“]?([^\d=:;,()/"“”]{2,40}?)["“”]?\s*(?=[),;/.\]]|\bbis\b|\bto\b|\d|$)/gi;

/** The ends of a scale that a heading says in words: which number is the lower, which the upper end. */
function saidIn(heading: string): { low: number; high: number; good: boolean } | null {
	const said = [...heading.matchAll(SAID)].map(([, number, words]) => ({
		number: Number(number),
		words: (words ?? '').trim()
	}));
	if (said.length < 2 || new Set(said.map(({ words }) => words)).size < said.length) return null;
	const order = arranged(said.map(({ words }) => words));
	if (!order?.certain) return null;
	const numbers = order.labels.map((label) => said.find(({ words }) => words === label)?.number);
	const [low, high] = [numbers[0], numbers[numbers.length - 1]];
	if (low === undefined || high === undefined || low === high) return null;
	return { low, high, good: order.good };
}

/** Points that are numbers alone: what the heading says of them, else points to be confirmed. */
function points(
	heading: string,
	answers: readonly string[],
	nonSubstantive: readonly string[]
): ScaleSuggestion | null {
	const values = answers.map(Number);
	const run = runOf(values);
	if (!run) return null;
	const without = (low: number, high: number) => [
		...nonSubstantive,
		...answers.filter((answer) => Number(answer) < low || Number(answer) > high)
	];
	const outsideOnly = (low: number, high: number) =>
		values.every((value) => (value >= low && value <= high) || isMissingCode(value));
	const said = saidIn(heading);
	if (said) {
		const [from, to] = [Math.min(said.low, said.high), Math.max(said.low, said.high)];
		if (outsideOnly(from, to)) {
			const up = said.high > said.low;
			const labels = up ? range(from, to) : range(from, to).reverse();
			return ordinal({
				id: `points${labels.length}`,
				labels,
				topBox: topOf(labels),
				direction: up ? 'higher-better' : 'lower-better',
				nonSubstantive: without(from, to),
				certain: true,
				settled: said.good,
				evidence: ['heading']
			});
		}
	}
	const inside = values.filter((value) => value >= 0 && value <= 10);
	if (
		RECOMMENDATION.test(heading) &&
		outsideOnly(0, 10) &&
		(NPS_SAID.test(heading) || Math.max(...inside) > 5)
	) {
		const full = NPS_SAID.test(heading) || (inside.includes(0) && Math.max(...inside) > 5);
		const labels = range(0, 10);
		return ordinal({
			id: 'nps',
			kind: 'nps',
			labels,
			topBox: ['9', '10'],
			nonSubstantive: without(0, 10),
			certain: full,
			settled: true,
			evidence: ['heading', 'values']
		});
	}
	const graded = GRADES.test(heading);
	if ((graded || LIKELY_GRADES.test(heading)) && run.low === 1 && outsideOnly(1, 6)) {
		const labels = range(1, 6).reverse();
		return ordinal({
			id: 'grades6',
			labels,
			topBox: ['2', '1'],
			direction: 'lower-better',
			nonSubstantive: without(1, 6),
			certain: graded,
			settled: true,
			evidence: ['heading', 'values']
		});
	}
	const labels = range(run.low, run.high);
	const yesNo = run.low === 0 && run.high === 1;
	return ordinal({
		id: yesNo ? 'yes-no' : `points${labels.length}`,
		kind: yesNo ? 'yes-no' : 'ordinal',
		labels,
		topBox: topOf(labels),
		nonSubstantive: [
			...nonSubstantive,
			...answers.filter((one) => run.outside.includes(Number(one)))
		],
		certain: false,
		settled: false,
		evidence: ['values']
	});
}

/** As often as this, on average, every number of a column stands there if the numbers are names of few things. */
const OFTEN = 3;
const FEW = 20;

/** Numbers that are amounts, or that name things. */
function amounts(
	answers: readonly string[],
	numbers: readonly number[],
	nonSubstantive: readonly string[],
	counts: ReadonlyMap<string, number> | undefined
): ScaleSuggestion {
	const core = numbers.filter((value) => !isMissingCode(value));
	const highest = Math.max(...core);
	const stray = (value: number) =>
		isMissingCode(value) &&
		core.length > 2 &&
		(value < 0 ? Math.min(...core) >= 0 : value > 1.25 * highest);
	const apart = answers.filter((_, at) => stray(numbers[at] ?? NaN));
	const left = answers.filter((answer) => !apart.includes(answer));
	const whole = left.every((answer) => /^-?\d+$/.test(answer));
	const all = sum(left.map((answer) => counts?.get(answer) ?? 1));
	const few = whole && left.length <= FEW && all >= OFTEN * left.length;
	const postal = whole && left.length > 1 && left.every((answer) => /^\d{5}$/.test(answer));
	const span = Math.max(...numbers) - Math.min(...numbers);
	if (postal || left.some((answer) => /^0\d/.test(answer)) || (few && span >= left.length)) {
		const scale = unpointed('nominal', byName(left), [...nonSubstantive, ...apart], false);
		return { scale, certain: false, evidence: ['values'] };
	}
	// A column of a few numbers may hold codes; one with a 99 far off may hold no answers among them.
	const certain = apart.length === 0 && !few && (!whole || highest > 10);
	const scale = unpointed('numeric', [], [...nonSubstantive, ...apart], certain);
	return { scale, certain, evidence: ['values'] };
}

const collator = new Intl.Collator('de', { numeric: true });

/** Names as they are listed for people: an order to find them by, no order of answers. */
export const byName = (names: readonly string[]): string[] => [...names].sort(collator.compare);

/** A column of nothing but numbers; null where one of them is none. */
export function recogniseNumbers(
	heading: string,
	answers: readonly string[],
	nonSubstantive: readonly string[],
	counts?: ReadonlyMap<string, number>
): ScaleSuggestion | null {
	const format = numberFormat(answers);
	const numbers = answers.flatMap((answer) => parseNumber(answer, format) ?? []);
	if (answers.length === 0 || numbers.length < answers.length) return null;
	if (NAMES.test(heading) && answers.every((answer) => /^\d+$/.test(answer))) {
		const scale = unpointed('nominal', byName(answers), nonSubstantive, false);
		return { scale, certain: false, evidence: ['heading'] };
	}
	const whole = answers.every((answer) => /^-?(0|[1-9]\d*)$/.test(answer));
	return (
		(whole ? points(heading, answers, nonSubstantive) : null) ??
		amounts(answers, numbers, nonSubstantive, counts)
	);
}
