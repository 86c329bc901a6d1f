import type { IndicatorQuery } from '../../../domain';
import type { Cell, Linear } from '../../cell';
import { idOfItem, type Context } from '../../cube/context';
import type { AnswerIndicator } from '../../definitions';
import { estimateLinear } from '../../design/cells';
import { axesOf, masksOf, membersAt, walk } from '../../cube/filters';
import { sheetRowsOf, type Designs } from '../../design/survey-design';

/**
 * Cells of the ratio of two items over the responses that answered both. The context must hold their
 * pairs (`withPairs`); without them there is nothing to show.
 */
export function ratioCells(
	indicator: AnswerIndicator,
	query: IndicatorQuery,
	context: Context,
	designs: Designs
): Cell[] {
	const { pairs } = context;
	const [item] = query.filters.item ?? [];
	const denominator = idOfItem(query.denominator, context);
	if (pairs?.item !== idOfItem(item, context) || pairs.denominator !== denominator) return [];
	const { cells } = pairs;
	const by = query.by.filter((dimension) => dimension !== 'item');
	const axes = axesOf(by, cells, query, context);
	const found = new Map<number, number[]>();
	walk([0, cells.length], masksOf(query, cells, context), axes, (row, combination) => {
		const own = found.get(combination);
		if (own) own.push(row);
		else found.set(combination, [row]);
	});
	const groups = sheetRowsOf(cells, context);
	return [...found].map(([combination, rows]): Cell => {
		const survey = designs.of(new Set(rows.map((row) => cells.wave[row]!)));
		const column = (name: 'n' | 'sw' | 'sww' | 'x' | 'y') =>
			Float64Array.from(rows, (row) => cells[name][row]!);
		const linear: Linear = {
			design: survey.design,
			answers: {
				length: rows.length,
				group: Int32Array.from(rows, (row) => survey.place(groups[row]!)),
				n: column('n'),
				sw: column('sw'),
				sww: column('sww')
			},
			y: column('y'),
			x: column('x')
		};
		return {
			indicator,
			dimensions: membersAt(combination, axes),
			linear,
			estimate: estimateLinear(indicator, linear, query)
		};
	});
}
