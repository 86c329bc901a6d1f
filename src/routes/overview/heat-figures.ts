import {
	OVERVIEW_CASEWORK,
	OVERVIEW_SURVEY,
	OVERVIEW_TREND,
	type OverviewPart
} from '$lib/dashboards';
import {
	isShown,
	type Change,
	type Estimate,
	type IndicatorDefinition,
	type IndicatorResult,
	type IndicatorRow
} from '$lib/domain';
import * as m from '$lib/paraglide/messages';
import { valueText } from '$lib/words';

/** What stands in the table. */
const SHOWN = [...OVERVIEW_SURVEY, ...OVERVIEW_CASEWORK];

type Parts = Partial<Record<OverviewPart, IndicatorResult>>;

/** The figures of the overview by indicator and Quartier; where none is named, those of the whole stock. */
export class HeatFigures {
	/** the indicators of which anything is known */
	readonly definitions: readonly IndicatorDefinition[];
	/** the ends of all intervals of the courses, so that they can be compared */
	readonly range: { least: number; most: number };

	readonly #course: readonly IndicatorRow[];

	/**
	 * @param waves those of the courses, in order
	 * @param wave the one that is looked at
	 * @param year the last year of casework that is looked at
	 */
	constructor(
		private readonly parts: Parts,
		private readonly waves: readonly string[],
		private readonly wave: string | undefined,
		private readonly year: number | undefined
	) {
		const all = [parts.gap, parts.responses, parts.caseGap, parts.open].flatMap(
			(result) => result?.definitions ?? []
		);
		this.definitions = all.filter(
			({ id }) =>
				SHOWN.includes(id) &&
				Object.values(parts).some((result) => result.rows.some((row) => row.indicator === id))
		);
		const isOfCourse = (row: IndicatorRow) => row.indicator === OVERVIEW_TREND;
		this.#course = [
			...(parts.course?.rows ?? []).filter(isOfCourse),
			...(parts.stockCourse?.rows ?? [])
		];
		const ends = this.#course
			.filter(({ estimate }) => isShown(estimate))
			.flatMap(({ estimate }) => [estimate.low ?? 0, estimate.high ?? 0]);
		this.range = { least: Math.min(...ends), most: Math.max(...ends) };
	}

	/** The figure in the wave looked at. */
	figureOf(indicator: string, quartier: string | undefined): IndicatorRow | undefined {
		const parts: OverviewPart[] =
			quartier === undefined
				? ['stock', 'stockCases', 'stockOpen']
				: ['gap', 'responses', 'caseGap', 'open'];
		return this.#rowOf(parts, indicator, quartier);
	}

	/** How a Quartier stands to the others. */
	statusOf(indicator: string, quartier: string | undefined): Change | undefined {
		if (quartier === undefined) return undefined;
		return this.#rowOf(['gap', 'caseGap'], indicator, quartier)?.change;
	}

	/** What changed since the wave or year before. */
	changeOf(indicator: string, quartier: string | undefined): Change | undefined {
		if (quartier === undefined) return undefined;
		return this.#rowOf(['change', 'caseChange'], indicator, quartier)?.change;
	}

	/** The course up to the wave looked at. */
	course(quartier: string | undefined): (Estimate | undefined)[] {
		return this.#upTo().map(
			(wave) =>
				this.#course.find(
					({ dimensions }) => dimensions.quartier === quartier && dimensions.wave === wave
				)?.estimate
		);
	}

	/** The same in words. */
	courseText(quartier: string | undefined, name: string): string {
		const waves = this.#upTo();
		const values = this.course(quartier).map((estimate, at) => {
			const value = estimate && isShown(estimate) ? estimate.value : null;
			return `${waves[at]}: ${value === null ? m.figure_hidden() : valueText(value, 'percent')}`;
		});
		return `${name}. ${values.join(', ')}`;
	}

	#upTo(): readonly string[] {
		return this.waves.slice(0, this.wave === undefined ? 0 : this.waves.indexOf(this.wave) + 1);
	}

	#rowOf(
		of: readonly OverviewPart[],
		indicator: string,
		quartier: string | undefined
	): IndicatorRow | undefined {
		return of
			.flatMap((part) => this.parts[part]?.rows ?? [])
			.find(
				(row) =>
					row.indicator === indicator &&
					row.dimensions.quartier === quartier &&
					(row.dimensions.wave === undefined || row.dimensions.wave === this.wave) &&
					(row.dimensions.period === undefined || row.dimensions.period === `${this.year}-01-01`)
			);
	}
}
