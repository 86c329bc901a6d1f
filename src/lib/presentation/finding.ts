import {
	isMoreThanChance,
	type Change,
	type IndicatorDefinition,
	type IndicatorResult,
	type IndicatorRow
} from '../domain';
import * as m from '../paraglide/messages';
import { amountText, sinceText, waveOf } from './change';
import type { ChartKind } from './chart-model';
import { figureOf } from './figure';
import { matrixOf, surelyNeedsAction } from './models/matrix-points';
import {
	definitionIn,
	headingOf,
	latestWave,
	memberName,
	membersOf,
	nameOf,
	namingDimensions,
	type WordContext
} from './read';

type Found = { name: string; change: Change; definition: IndicatorDefinition };

const MOST_LETTERS = 48;

/** A name in a title, whose words end where the title goes on: wordings that do not are in quotation marks. */
function quoted(name: string, isOneOfSeveral: boolean): string {
	const cut = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1).trimEnd()}…` : name;
	const isOpen =
		cut !== name || /[?!.]$/.test(name) || (isOneOfSeveral && / (und|and|oder|or) /.test(name));
	return isOpen ? m.finding_title_quoted({ text: cut }) : cut;
}

/** Names as they stand one after the other in a title, the heading of their topic said once. */
function inTitle(names: readonly string[]): string[] {
	return names.map((name, at) => {
		const prefix = headingOf(name);
		const isSaid = prefix !== '' && prefix === headingOf(names[at - 1] ?? '');
		return `${isSaid ? '' : prefix}${quoted(name.slice(prefix.length), names.length > 1)}`;
	});
}

/** Rows of what the chart shows last, with a difference that is more than chance. */
function certain(result: IndicatorResult, context: WordContext): Found[] {
	const wave = latestWave(result);
	// What is so far in a period that is not over is no finding.
	const isOpen = result.notes.includes('incomplete-period');
	const period = membersOf(result, 'period').at(isOpen ? -2 : -1);
	const dimensions = namingDimensions(result).filter((dimension) => dimension !== 'period');
	const several = new Set(result.definitions.filter((one) => one.kind !== 'distribution')).size > 1;
	const isLast = ({ dimensions: at }: IndicatorRow) =>
		(wave === undefined || at.wave === undefined || at.wave === wave) &&
		(period === undefined || at.period === undefined || at.period === period) &&
		at.contrast !== 'rest';
	return result.rows.filter(isLast).flatMap((row) => {
		const { indicator, dimensions: at } = row;
		const definition = definitionIn(result, indicator);
		const { change } = figureOf(row, definition);
		if (!change || definition.kind === 'distribution') return [];
		if (!isMoreThanChance(change) || change.difference === null) return [];
		const names = dimensions.map((d) => memberName(result, d, at[d] ?? '', context));
		const name = [...(several || names.length === 0 ? [nameOf(definition)] : []), ...names].join(
			' · '
		);
		return [{ name, change, definition }];
	});
}

/** `A`, `A und B`, `A, B und 3 weitere`: at most so many are named. */
function named(found: readonly { name: string }[], most: number): string {
	const names = inTitle(found.map(({ name }) => name));
	const [first = '', second = ''] = names;
	if (names.length === 1) return first;
	if (names.length === 2 && most >= 2) return m.finding_title_two({ first, second });
	const start = most >= 2 ? m.finding_title_listed({ first, second }) : first;
	const count = names.length - Math.min(most, 2);
	return count === 1
		? m.finding_title_more_one({ names: start })
		: m.finding_title_more({ names: start, count });
}

/** `seit 2022`, where all are compared with the same wave. */
function since(found: readonly Found[]): string {
	const waves = new Set(found.map(({ change }) => waveOf(change)));
	const [wave] = waves;
	return sinceText(waves.size === 1 ? wave : undefined);
}

/** Items of a matrix of satisfaction and importance where something should surely be done. */
function matrixTitle(result: IndicatorResult, context: WordContext): string | null {
	const matrix = matrixOf(result, context);
	if (!matrix || matrix.ofChange) return null;
	const names = matrix.points
		.filter((point) => surelyNeedsAction(matrix, point))
		.toSorted((a, b) => b.y.value - a.y.value)
		.map(({ name }) => ({ name }));
	return names.length === 0 ? null : m.finding_title_action({ names: named(names, 2) });
}

/** Terms that are named more or less often than elsewhere. */
function termsTitle(up: readonly Found[], down: readonly Found[]): string {
	const named = (found: readonly Found[], most: number): string => {
		const names = found.slice(0, most).map(({ name }) => m.finding_title_quoted({ text: name }));
		return [
			...names,
			...(found.length > most ? [m.finding_title_others({ n: found.length - most })] : [])
		].join(', ');
	};
	const names = named(up.length > 0 ? up : down, 3);
	if (up.length === 0) return m.finding_title_terms_lower({ names });
	return down.length === 0
		? m.finding_title_terms_higher({ names })
		: m.finding_title_terms_both({ names, others: named(down, 3) });
}

/**
 * What the figures allow to say, as a title: „Sicherheit höher, Nachbarschaft niedriger als in
 * den übrigen Quartieren“. Made from tests alone, adjusted for their number; null where nothing is certain, and
 * for counts, which are not tested.
 */
export function findingTitle(
	kind: ChartKind,
	result: IndicatorResult,
	context: WordContext
): string | null {
	if (kind === 'stackedBars' || kind === 'flow' || kind === 'calendar') return null;
	if (kind === 'matrix') return matrixTitle(result, context);
	// Between groups the rows themselves say which is higher.
	const [change] = result.rows.flatMap((row) => row.change ?? []);
	const told = ['rest', 'quartier', 'previous-wave', 'previous-period', 'first-period'];
	if (change && !told.includes(change.against)) return null;
	const found = certain(result, context)
		.filter(({ definition }) => kind !== 'trend' || definition === result.definitions[0])
		.toSorted((a, b) => Math.abs(b.change.difference ?? 0) - Math.abs(a.change.difference ?? 0));
	const up = found.filter(({ change }) => change.verdict === 'higher');
	const down = found.filter(({ change }) => change.verdict === 'lower');
	const [first] = found;
	if (!first) return null;
	const rest = first.change.against === 'rest' || first.change.against === 'quartier';
	if (first.definition.id === 'open-terms') return termsTitle(up, down);
	if (up.length > 0 && down.length > 0) {
		const words = { names: named(up, 1), others: named(down, 1) };
		return rest
			? m.finding_title_both_rest(words)
			: m.finding_title_both_wave({ ...words, since: since(found) });
	}
	const names = named(found, 2);
	if (found.length === 1) {
		const words = {
			names,
			amount: amountText(first.change.difference ?? 0, first.definition.unit)
		};
		const inTime = { ...words, since: since(found) };
		if (rest) {
			return up.length > 0
				? m.finding_title_higher_rest_one(words)
				: m.finding_title_lower_rest_one(words);
		}
		return up.length > 0
			? m.finding_title_higher_wave_one(inTime)
			: m.finding_title_lower_wave_one(inTime);
	}
	if (rest) {
		return up.length > 0
			? m.finding_title_higher_rest({ names })
			: m.finding_title_lower_rest({ names });
	}
	const inTime = { names, since: since(found) };
	return up.length > 0 ? m.finding_title_higher_wave(inTime) : m.finding_title_lower_wave(inTime);
}
