import { indicatorQuerySchema, isShown, type IndicatorQueryInput, type Sentence } from '../domain';
import type { Context } from '../indicators';
import { evaluate } from './evaluate';

/**
 * The sentences behind a term of a query about open answers, for staff alone: only where the share of
 * the term is shown to them, and by no way out of the house. What has a pattern (telephone, e-mail,
 * IBAN, plates) was masked at import; the order says nothing about the sheets.
 *
 * @throws as `evaluate`
 */
export function sentencesAround(
	context: Context,
	input: IndicatorQueryInput,
	term: string
): Sentence[] {
	const query = indicatorQuerySchema.parse(input);
	const { rows } = evaluate(context, query);
	const shown = rows.some(
		({ dimensions, estimate }) =>
			dimensions.answer === term && dimensions.contrast !== 'rest' && isShown(estimate)
	);
	return shown ? (context.openAnswers?.sentences(query, term, context) ?? []) : [];
}
