import { ASKED, type Estimate, type IndicatorQuery } from '../../domain';
import {
	designEffect,
	designMean,
	designQuantile,
	designRatio,
	designTotal,
	shareInterval,
	tInterval,
	type Answers,
	type PointEstimate
} from '../../statistics';
import type { Context } from '../cube/context';
import type { AnswerIndicator } from '../definitions';
import type { Linear } from '../cell';
import { estimateFrom } from '../estimate';
import type { Survey } from './survey-design';

/** Rows of the cube as rows of a design. */
function answersOf(
	rows: readonly number[],
	survey: Survey,
	answers: Context['cube']['answers']
): Answers {
	return {
		length: rows.length,
		group: Int32Array.from(rows, survey.groupOf),
		n: Float64Array.from(rows, (row) => answers.n[row]!),
		sw: Float64Array.from(rows, (row) => answers.sw[row]!),
		sww: Float64Array.from(rows, (row) => answers.sww[row]!)
	};
}

/**
 * Who chose an option and who did not, where several could be chosen: those who chose it are a part
 * of those who were asked, so these are counted without them.
 */
function chosenOrNot(
	rows: readonly number[],
	option: number,
	survey: Survey,
	answers: Context['cube']['answers']
): Linear {
	const { value, n, sw, sww } = answers;
	const left = new Map<number, [n: number, sw: number, sww: number]>();
	const chosen = rows.filter((row) => value[row] === option);
	for (const row of rows) {
		const sign = value[row] === ASKED ? 1 : value[row] === option ? -1 : 0;
		if (sign === 0) continue;
		const group = survey.groupOf(row);
		const own = left.get(group) ?? [0, 0, 0];
		left.set(group, [own[0] + sign * n[row]!, own[1] + sign * sw[row]!, own[2] + sign * sww[row]!]);
	}
	const groups = [...left].filter(([, [count]]) => count > 0);
	const own = answersOf(chosen, survey, answers);
	const joined = (name: 'group' | 'n' | 'sw' | 'sww', others: readonly number[]) =>
		Float64Array.from([...Array.from(own[name]), ...others]);
	return {
		design: survey.design,
		answers: {
			length: chosen.length + groups.length,
			group: joined(
				'group',
				groups.map(([group]) => group)
			),
			n: joined(
				'n',
				groups.map(([, [count]]) => count)
			),
			sw: joined(
				'sw',
				groups.map(([, [, weight]]) => weight)
			),
			sww: joined(
				'sww',
				groups.map(([, [, , square]]) => square)
			)
		},
		y: Float64Array.from({ length: chosen.length + groups.length }, (_, at) =>
			at < chosen.length ? 1 : 0
		)
	};
}

/** The rows of a cell as a domain of the design, with what each answer counts as. */
export function linearOf(
	indicator: AnswerIndicator,
	rows: readonly number[],
	answer: number | undefined,
	survey: Survey,
	answers: Context['cube']['answers']
): Linear {
	const { value, top } = answers;
	if (indicator.kind === 'choice' && answer !== undefined)
		return chosenOrNot(rows, answer, survey, answers);
	const y = (row: number): number =>
		answer === undefined ? indicator.y(value[row]!, top[row]!) : value[row] === answer ? 1 : 0;
	return {
		design: survey.design,
		answers: answersOf(rows, survey, answers),
		y: Float64Array.from(rows, y)
	};
}

const sum = (values: ArrayLike<number>): number => {
	let all = 0;
	for (let at = 0; at < values.length; at++) all += values[at]!;
	return all;
};

/** The point estimate of a domain by the kind of its indicator. */
function pointOf(
	{ kind, quantile }: Pick<AnswerIndicator, 'kind' | 'quantile'>,
	{ design, answers, y, x }: Linear,
	query: IndicatorQuery,
	effectiveSize: number
): PointEstimate {
	switch (kind) {
		case 'share':
		case 'distribution':
		case 'choice': {
			const { value, standardError, df } = designMean(design, answers, y);
			const n = sum(answers.n);
			// Rounding in long sums must not make a share of 1 one of less.
			const share = Math.abs(value - 1) < 1e-12 ? 1 : value;
			const of = { value: share, standardError: standardError ?? 0, df, n, effectiveSize };
			return { value: share, ...shareInterval(query.interval ?? 'logit', of), standardError };
		}
		case 'quantile':
			return designQuantile(design, answers, y, quantile ?? 0.5);
		case 'ratio':
			return tInterval(designRatio(design, answers, y, x ?? y));
		case 'total':
			return tInterval(designTotal(design, answers, y));
		case 'nps': {
			const { value, low, high, standardError } = tInterval(designMean(design, answers, y));
			const cut = (end: number | null) =>
				end === null ? null : Math.min(100, Math.max(-100, end));
			return { value, low: cut(low), high: cut(high), standardError };
		}
		case 'mean':
		case 'index':
		case 'count':
		case 'rate':
		case 'duration':
		case 'amount':
			return tInterval(designMean(design, answers, y));
	}
}

/** The estimate of a domain, with its effective size and design effect. */
export function estimateLinear(
	indicator: Pick<AnswerIndicator, 'kind' | 'quantile'>,
	linear: Linear,
	query: IndicatorQuery
): Estimate {
	const { design, answers, y } = linear;
	const [n, weight] = [sum(answers.n), sum(answers.sw)];
	const effectiveSize = weight ** 2 / sum(answers.sww);
	const point = pointOf(indicator, linear, query, effectiveSize);
	const isMean = !['quantile', 'ratio', 'total'].includes(indicator.kind);
	return {
		...estimateFrom(point, n, weight),
		effectiveSize,
		...(isMean ? { designEffect: designEffect(design, answers, y) } : {})
	};
}

/** Several domains of one design as one. */
export function united(parts: readonly Linear[]): Linear {
	const length = parts.reduce((all, { answers }) => all + answers.length, 0);
	const joined = (of: (part: Linear) => ArrayLike<number>): Float64Array => {
		const all = new Float64Array(length);
		let at = 0;
		for (const part of parts) {
			all.set(of(part), at);
			at += part.answers.length;
		}
		return all;
	};
	const [first] = parts as [Linear];
	return {
		design: first.design,
		answers: {
			length,
			group: joined(({ answers }) => answers.group),
			n: joined(({ answers }) => answers.n),
			sw: joined(({ answers }) => answers.sw),
			sww: joined(({ answers }) => answers.sww)
		},
		y: joined(({ y }) => y),
		...(first.x ? { x: joined(({ x }) => x ?? []) } : {})
	};
}
