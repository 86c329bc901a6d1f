import { isSettled, type Item, type Scale } from '../domain';
import type { Field } from './codebooks';
import type { Heading } from './formats';
import { ROLES, type ColumnMapping } from './mapping';

function confirmedScale(
	field: Field,
	{ scale }: NonNullable<Field['quartierspiegel:item']>
): Scale {
	const { categories = [], missingValues = [] } = field;
	const titles = [...categories, ...missingValues].flatMap(({ value, label }) =>
		label === undefined || label === value ? [] : [[value, label] as const]
	);
	return {
		...scale,
		labels: field['quartierspiegel:options'] ?? categories.map(({ value }) => value),
		titles: Object.fromEntries(titles),
		nonSubstantive: missingValues.map(({ value }) => value)
	};
}

/** Whether every answer of the file is known to the scale. */
function fits(scale: Scale, field: Field, answers: readonly string[]): boolean {
	if (scale.kind === 'numeric' || field['quartierspiegel:delimiter'] !== undefined) return true;
	const known = new Set([
		...scale.labels,
		...scale.nonSubstantive,
		...(field['quartierspiegel:chosen'] ?? []),
		...(field['quartierspiegel:notChosen'] ?? [])
	]);
	return answers.every((answer) => known.has(answer));
}

/**
 * The column as a codebook says that it was confirmed for an earlier file; null where it says nothing
 * of the kind. It is certain where it was then and all answers of this file were known: what nobody
 * confirmed stays to be confirmed, and an answer that was not there before may belong to another scale.
 */
export function confirmedColumn(
	base: ColumnMapping,
	{ code }: Heading,
	field: Field | undefined,
	answers: readonly string[]
): ColumnMapping | null {
	const confirmed = ROLES.find((one) => one === field?.['quartierspiegel:role']);
	// Free text is kept only where the user says so, each time anew.
	const role = confirmed === 'opentext' ? 'text' : confirmed;
	if (!field || role === undefined) return null;
	const known = field['quartierspiegel:item'];
	if (role === 'item' && known) {
		const kept = confirmedScale(field, known);
		const fitting = fits(kept, field, answers);
		const scale = { ...kept, settled: isSettled(kept) && fitting };
		const group = field['quartierspiegel:group'];
		const item: Item = {
			code: known.code || code,
			text: field.title ?? code,
			topic: known.topic,
			...(group ? { group } : {}),
			scale
		};
		const chosen = field['quartierspiegel:chosen'];
		const delimiter = field['quartierspiegel:delimiter'];
		const continues = field['quartierspiegel:continues'];
		return {
			...base,
			role,
			item,
			certain: fitting && field['quartierspiegel:certain'] !== false,
			evidence: ['earlier'],
			...(delimiter ? { delimiter } : {}),
			...(continues ? { continues } : {}),
			...(chosen
				? {
						option: {
							question: field['quartierspiegel:question'] ?? '',
							label: field['quartierspiegel:row'] ?? code,
							yes: chosen,
							no: field['quartierspiegel:notChosen'] ?? []
						}
					}
				: {})
		};
	}
	const bands = field['quartierspiegel:bands'];
	const born = field['quartierspiegel:born'];
	const group = field['quartierspiegel:demography'];
	const certain = field['quartierspiegel:certain'] !== false;
	const dateOrder = field['quartierspiegel:dateOrder'];
	return {
		...base,
		role,
		certain,
		evidence: ['earlier'],
		...(dateOrder ? { dateOrder } : {}),
		...(group ? { group } : {}),
		...(bands ? { bands } : {}),
		...(born ? { born } : {})
	};
}
