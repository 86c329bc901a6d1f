import { join } from 'node:path';
import { fail } from '$lib/domain';
import { cellAt, readText } from '$lib/ingest';
import {
	benjaminiHochberg,
	clopperPearson,
	cronbachAlpha,
	directlyStandardisedRate,
	holm,
	kaplanMeier,
	kruskalWallis,
	medianDuration,
	momentsOf,
	newcombe,
	npsOf,
	pearsonTest,
	poissonRate,
	poissonRatio,
	twoProportionsTest,
	wilson
} from '$lib/statistics';
import { about, bytesOf } from './file';
import { designFigures, type Ours } from './reference-design';

export const REFERENCE_USAGE = 'reference DIR';

/** What R was given and what it gave, as far as it is needed as input. */
type Reference = {
	margins: Record<string, Record<string, string | number>[]>;
	wilson: { x: number; n: number }[];
	clopper: { x: number; n: number }[];
	bh: { p: number[] };
	two_proportions: { x: [number, number]; n: [number, number] };
	newcombe: { x: [number, number]; n: [number, number] }[];
	nps: { counts: number[] };
	poisson_rate: { cases: number; thousand_units: number };
	poisson_ratio: { cases: [number, number]; base: [number, number] };
	kaplan_meier: { time: number[]; closed: number[] };
};

/** The columns of a CSV file by their headings. */
async function readColumns(path: string): Promise<(column: string) => string[]> {
	const { table } = readText(await bytesOf(path));
	return (heading) => {
		const at = table.headings.indexOf(heading);
		if (at < 0)
			fail('unknown_column', { column: heading, file: path, columns: table.headings.join(', ') });
		return Array.from(table.lines, (_, row) => cellAt(table.columns[at], row));
	};
}

/** Tenants of Copenhagen: frequencies by type of building and satisfaction. */
function copenhagen(read: (column: string) => string[]): Ours {
	const types = [...new Set(read('Type'))];
	const answers = ['Low', 'Medium', 'High'];
	const [type, satisfaction] = [read('Type'), read('Sat')];
	const counts = read('Freq').map(Number);
	const table = types.map((own) =>
		answers.map((answer) =>
			counts.reduce(
				(sum, count, row) =>
					type[row] === own && satisfaction[row] === answer ? sum + count : sum,
				0
			)
		)
	);
	const repeated = (row: readonly number[]) =>
		row.flatMap((count, at) => Array<number>(count).fill(at + 1));
	const byType = <T>(of: (row: number[]) => T) =>
		Object.fromEntries(types.map((name, at) => [name, of(table[at]!)]));
	const chi = pearsonTest(table);
	const kruskal = kruskalWallis(table);
	return {
		n: counts.reduce((a, b) => a + b, 0),
		share_high_by_type: byType((row) => {
			const n = row.reduce((a, b) => a + b, 0);
			return { n, share: row[2]! / n };
		}),
		mean_score_by_type: byType((row) => {
			const { n, swy, swyy } = momentsOf(repeated(row));
			return { mean: swy / n, sd: Math.sqrt((swyy - swy ** 2 / n) / (n - 1)), n };
		}),
		chisq_type: { statistic: chi.statistic, parameter: chi.df, 'p.value': chi.p },
		kruskal_type: { statistic: kruskal.statistic, 'p.value': kruskal.p }
	};
}

function cronbach(read: (column: string) => string[]): Ours {
	const items = ['A1', 'A2', 'A3', 'A4', 'A5'].map((name, at) =>
		read(name).map((cell) => (cell === '' ? NaN : at === 0 ? 7 - Number(cell) : Number(cell)))
	);
	const { alpha = null, n = null } = cronbachAlpha(items) ?? {};
	return { n, alpha };
}

/** All that R has, calculated by us from the same data. */
async function figures(folder: string, r: Reference): Promise<Ours> {
	const columns = (file: string) => readColumns(join(folder, file));
	const {
		two_proportions: { x, n },
		poisson_ratio: ratio
	} = r;
	const pooled = twoProportionsTest(x[0], n[0], x[1], n[1]);
	const nps = npsOf(
		momentsOf(
			r.nps.counts.flatMap((count, points) =>
				Array<number>(count).fill(points >= 9 ? 100 : points <= 6 ? -100 : 0)
			)
		)
	);
	const rate = poissonRate(r.poisson_rate.cases, r.poisson_rate.thousand_units);
	// The one input that stands in the script alone.
	const standardised = directlyStandardisedRate(
		[5, 18, 30],
		[800, 1500, 900],
		[20000, 50000, 30000]
	);
	const curve = kaplanMeier(r.kaplan_meier.time, r.kaplan_meier.closed);
	// The interval of R's prop.test is Wald's: errors of the two shares, not pooled.
	const difference = x[0] / n[0] - x[1] / n[1];
	const wald =
		1.959963984540054 *
		Math.sqrt(
			[0, 1].reduce((sum, at) => sum + ((x[at]! / n[at]!) * (1 - x[at]! / n[at]!)) / n[at]!, 0)
		);
	return {
		...designFigures(await columns('apistrat.csv'), r.margins),
		copenhagen: copenhagen(await columns('copenhagen-housing.csv')),
		wilson: r.wilson.map((one) => ({ ...one, ...wilson(one.x, one.n) })),
		clopper: r.clopper.map((one) => ({ ...one, ...clopperPearson(one.x, one.n) })),
		bh: { adjusted: benjaminiHochberg(r.bh.p) },
		holm: holm(r.bh.p),
		two_proportions: {
			chisq: pooled.z ** 2,
			p: pooled.p,
			low: difference - wald,
			high: difference + wald
		},
		newcombe: r.newcombe.map((one) => ({ ...newcombe(one.x[0], one.n[0], one.x[1], one.n[1]) })),
		poisson_rate: { rate: rate.value, low: rate.low, high: rate.high },
		poisson_ratio: {
			...poissonRatio(ratio.cases[0], ratio.base[0], ratio.cases[1], ratio.base[1])
		},
		nps: { nps: nps.value, se: nps.standardError },
		cronbach: cronbach(await columns('bfi-agreeableness.csv')),
		direct_standardisation: {
			'crude.rate': standardised.crude,
			'adj.rate': standardised.value,
			lci: standardised.low,
			uci: standardised.high
		},
		kaplan_meier: {
			t: curve.map(({ time }) => time),
			surv: curve.map(({ survival }) => survival),
			median: medianDuration(curve)?.value ?? null
		}
	};
}

type Line = { name: string; ours: number | null; r: number; difference: number; holds: boolean };

/** What R was given, not what it found. */
const INPUT =
	/^(software|margins|bh\.p|.*\.(x|n|counts|cases|base|thousand_units|source|time|closed|group))(\.|$)/;

/** An iteration stands behind these: a relative difference of 1e-6 is allowed, else 1e-9. */
const ITERATED = /^apistrat_raked|^apistrat_poststratified|p\.value$/;

/** Every number of R's beside ours; a place that we do not know has none. */
function compared(name: string, r: unknown, ours: unknown): Line[] {
	if (typeof r === 'number') {
		if (INPUT.test(name) && typeof ours !== 'number') return [];
		const own = typeof ours === 'number' ? ours : null;
		const difference = own === null ? Infinity : r === 0 ? Math.abs(own) : Math.abs(own / r - 1);
		return [
			{ name, ours: own, r, difference, holds: difference <= (ITERATED.test(name) ? 1e-6 : 1e-9) }
		];
	}
	if (typeof r !== 'object' || r === null || name === 'margins') return [];
	return Object.entries(r).flatMap(([key, value]) =>
		compared(
			name === '' ? key : `${name}.${key}`,
			value,
			typeof ours === 'object' && ours !== null ? (ours as Record<string, unknown>)[key] : undefined
		)
	);
}

const digits = (value: number | null): string => (value === null ? '–' : String(value));

/**
 * `reference DIR`: the values of R in `reference.json` beside ours, calculated from the data next to
 * it. The process ends with 1 where one of them is off.
 */
export async function referenceCommand([folder, ...more]: string[]): Promise<string> {
	if (folder === undefined || more.length > 0) return fail('usage', { usage: REFERENCE_USAGE });
	const path = join(folder, 'reference.json');
	return about(path, async () => {
		let r: Reference;
		try {
			r = JSON.parse(new TextDecoder().decode(await bytesOf(path))) as Reference;
		} catch (error) {
			if (error instanceof SyntaxError) return fail('file_unreadable');
			throw error;
		}
		const lines = compared('', r, await figures(folder, r));
		const off = lines.filter(({ holds }) => !holds);
		if (off.length > 0) process.exitCode = 1;
		const cells = [
			['value', 'ours', 'R', 'relative difference', ''],
			...lines.map(({ name, ours, r: theirs, difference, holds }) => [
				name,
				digits(ours),
				digits(theirs),
				difference.toExponential(1),
				holds ? '' : 'OFF'
			])
		];
		const widths = cells[0]!.map((_, at) => Math.max(...cells.map((line) => line[at]!.length)));
		const text = cells.map((line) =>
			line
				.map((cell, at) => cell.padEnd(widths[at]!))
				.join('  ')
				.trimEnd()
		);
		return [...text, '', `${lines.length - off.length} equal, ${off.length} off`].join('\n');
	});
}
