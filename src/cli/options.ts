import { fail, SHARE_INTERVALS, type Audience } from '$lib/domain';
import { argumentsBy, condition, list } from './arguments';

export const STATISTICS = [
	'share',
	'mean',
	'median',
	'lower-quartile',
	'upper-quartile',
	'total',
	'ratio',
	'nps'
] as const;
export type Statistic = (typeof STATISTICS)[number];

export type EvaluateArguments = {
	path: string;
	statistic: Statistic;
	item: string;
	top: string[];
	by: string[];
	where: { column: string; value: string }[];
	weight: string | undefined;
	stratum: string | undefined;
	population: string | undefined;
	cluster: string | undefined;
	/** file with the margins that weights are raked to */
	rake: string | undefined;
	interval: (typeof SHARE_INTERVALS)[number] | undefined;
	denominator: string | undefined;
	compare: string | undefined;
	/** who will read the figures: what is handed over is protected more strictly */
	audience: Audience;
	minimumBase: number | undefined;
	format: 'json' | 'csv' | 'table';
};

export const EVALUATE_USAGE =
	'evaluate FILE --measure share|mean|median|lower-quartile|upper-quartile|total|ratio|nps --item COLUMN [--denominator COLUMN] [--top VALUE,VALUE] [--by COLUMN[,COLUMN]] [--compare COLUMN] [--where COLUMN=VALUE] [--weight COLUMN] [--stratum COLUMN] [--population COLUMN] [--cluster COLUMN] [--rake FILE] [--interval logit|beta|wilson|wald] [--audience handing-over|inside] [--min-n N] [--format json|csv|table]';

const parse = (args: string[]) =>
	argumentsBy({
		args,
		allowPositionals: true,
		options: {
			measure: { type: 'string' },
			item: { type: 'string' },
			top: { type: 'string', multiple: true },
			by: { type: 'string', multiple: true },
			where: { type: 'string', multiple: true },
			weight: { type: 'string' },
			stratum: { type: 'string' },
			population: { type: 'string' },
			cluster: { type: 'string' },
			rake: { type: 'string' },
			interval: { type: 'string' },
			denominator: { type: 'string' },
			compare: { type: 'string' },
			audience: { type: 'string' },
			'min-n': { type: 'string' },
			format: { type: 'string' }
		}
	});

/**
 * The arguments of `evaluate`.
 *
 * @throws ProblemError `usage`, `unknown_option`, `unknown_measure`, `unknown_interval`,
 * `ratio_denominator`, `bad_where`, `bad_min_n`, `unknown_audience`, `min_n_inside`
 */
export function evaluateArguments(args: string[]): EvaluateArguments {
	const { values, positionals } = parse(args);
	const [path] = positionals;
	const { measure, item, format = 'json' } = values;
	if (path === undefined || positionals.length !== 1 || !measure || !item)
		fail('usage', { usage: EVALUATE_USAGE });
	if (!STATISTICS.includes(measure as Statistic)) fail('unknown_measure', { measure });
	if (format !== 'json' && format !== 'csv' && format !== 'table') {
		fail('unknown_option', { option: `--format ${format}` });
	}
	const interval = SHARE_INTERVALS.find((one) => one === values.interval);
	if (values.interval !== undefined && !interval)
		fail('unknown_interval', { interval: values.interval });
	if ((measure === 'ratio') !== (values.denominator !== undefined)) fail('ratio_denominator');
	const minimum = values['min-n'];
	// Whoever sets the minimum looks at the data as staff do.
	const { audience = minimum === undefined ? 'handing-over' : 'inside' } = values;
	if (audience !== 'inside' && audience !== 'handing-over') fail('unknown_audience', { audience });
	if (minimum !== undefined && audience !== 'inside') fail('min_n_inside');
	if (minimum !== undefined && !/^\d+$/.test(minimum)) fail('bad_min_n', { value: minimum });
	return {
		path,
		statistic: measure as Statistic,
		item,
		top: list(values.top),
		by: list(values.by),
		where: (values.where ?? []).map(condition),
		weight: values.weight,
		stratum: values.stratum,
		population: values.population,
		cluster: values.cluster,
		rake: values.rake,
		interval,
		denominator: values.denominator,
		compare: values.compare,
		audience,
		minimumBase: minimum === undefined ? undefined : Number(minimum),
		format
	};
}
