import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import Papa from 'papaparse';
import { ANSWERS } from './answers';

export type Row = Readonly<Record<string, string>>;

/** Reads a file of this folder back; independent of how it was written. */
export function read(bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252'): Row[] {
	const text = new TextDecoder(encoding).decode(bytes);
	const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
	if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
	return data;
}

const SCORES = new Map<string, number>(ANSWERS.map(([label], at) => [label, at * 25]));

/** The answer on 0 to 100, undefined where it is not substantive. */
const score = (row: Row, item: string): number | undefined => SCORES.get(row[item] ?? '');

/** A mean with its variance and the number of answers; a share is the mean of 0 and 1. */
export type Mean = { value: number; variance: number; n: number };

/** Mean of the substantive values and the variance of that mean. */
function mean(values: readonly (number | undefined)[]): Mean {
	const substantive = values.filter((value) => value !== undefined);
	const n = substantive.length;
	const value = substantive.reduce((sum, one) => sum + one, 0) / n;
	const squares = substantive.reduce((sum, one) => sum + (one - value) ** 2, 0);
	return { value, variance: squares / (n - 1) / n, n };
}

/** Share satisfied: top two of five among the substantive answers. */
export const satisfied = (rows: readonly Row[], item: string): Mean =>
	mean(
		rows.map((row) => {
			const points = score(row, item);
			return points === undefined ? undefined : Number(points >= 75);
		})
	);

/** Topic index on 0 to 100 over sheets with at least half of the items answered. */
export const index = (rows: readonly Row[], items: readonly string[]): Mean =>
	mean(
		rows.map((row) => {
			const scores = items.map((item) => score(row, item)).filter((one) => one !== undefined);
			if (scores.length * 2 < items.length) return undefined;
			return scores.reduce((sum, one) => sum + one, 0) / scores.length;
		})
	);

/** Net promoter score from −1 to 1. */
export const promoters = (rows: readonly Row[], column: string): Mean =>
	mean(
		rows.map((row) => {
			if (!row[column]) return undefined;
			const points = Number(row[column]);
			return Number(points >= 9) - Number(points <= 6);
		})
	);

/** Share of `Ja` among `Ja` and `Nein`. */
export const yes = (rows: readonly Row[], column: string): Mean =>
	mean(
		rows.map((row) =>
			row[column] === 'Ja' || row[column] === 'Nein' ? Number(row[column] === 'Ja') : undefined
		)
	);

/** Distance of two independent means in standard errors. */
export const distance = (one: Mean, other: Mean): number =>
	(other.value - one.value) / Math.sqrt(one.variance + other.variance);

/**
 * Names of the distances that are significant at 5 % after Benjamini–Hochberg: the p value of rank
 * k of m is compared with 0.05·k/m, here by the distance that has this p value.
 */
export function significant(distances: ReadonlyMap<string, number>): string[] {
	const ranked = [...distances].sort(([, one], [, other]) => Math.abs(other) - Math.abs(one));
	const last = ranked.findLastIndex(([, value], at) => {
		const level = (0.05 * (at + 1)) / ranked.length;
		return Math.abs(value) >= normalQuantile(1 - level / 2, 0, 1);
	});
	return ranked.slice(0, last + 1).map(([name]) => name);
}
