import type { OverviewPart } from '$lib/dashboards';
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

type Parts = Partial<Record<OverviewPart, IndicatorResult>>;

/** Whether a certain gap to the other Quartiere is good, bad, or neither; null where none is certain. */
export function toneOf(
	status: Change | undefined,
	{ direction }: IndicatorDefinition
): 'better' | 'worse' | 'neutral' | null {
	if (status?.verdict !== 'higher' && status?.verdict !== 'lower') return null;
	if (direction === 'neutral') return 'neutral';
	return (status.verdict === 'higher') === (direction === 'higher-better') ? 'better' : 'worse';
}

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
	 */
	constructor(
		private readonly parts: Parts,
		private readonly waves: readonly string[],
		private readonly wave: string | undefined
	) {
		const all = [...(parts.change?.definitions ?? []), ...(parts.casework?.definitions ?? [])];
		this.definitions = all.filter(({ id }) =>
			Object.values(parts).some((result) => result.rows.some((row) => row.indicator === id))
		);
		this.#course = [...(parts.course?.rows ?? []), ...(parts.stockCourse?.rows ?? [])];
		const ends = this.#course
			.filter(({ estimate }) => isShown(estimate))
			.flatMap(({ estimate }) => [estimate.low ?? 0, estimate.high ?? 0]);
		this.range = { least: Math.min(...ends), most: Math.max(...ends) };
	}

	/** The figure in the wave looked at. */
	figureOf(indicator: string, quartier: string | undefined): IndicatorRow | undefined {
		return this.#rowOf(['change', 'casework', 'stock', 'stockCasework'], indicator, quartier);
	}

	/** How a Quartier stands to the others. */
	statusOf(indicator: string, quartier: string | undefined): Change | undefined {
		if (quartier === undefined) return undefined;
		return this.#rowOf(['status', 'casework'], indicator, quartier)?.change;
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
					(row.dimensions.wave === undefined || row.dimensions.wave === this.wave)
			);
	}
}
