import { answerTitle, isSettled } from '../../domain';
import { itemOf, type ColumnMapping, type Mapping } from '../mapping';
import type { Codebook, Field } from './schema';

const TYPES: Partial<Record<ColumnMapping['role'], string>> = {
	date: 'date',
	closed: 'date',
	weight: 'number',
	year: 'year',
	dwellings: 'integer',
	households: 'integer'
};

function fieldOf(column: ColumnMapping, columns: readonly ColumnMapping[]): Field {
	const { heading, role, item, option, delimiter, group, bands, askedIf, continues } = column;
	const { dateOrder, born } = column;
	const filter = columns.find(({ index }) => index === askedIf?.index);
	const scale = itemOf(column)?.scale;
	const { labels = [], titles = {}, nonSubstantive = [] } = scale ?? {};
	const worded = (value: string) => ({ value, label: answerTitle({ titles }, value) });
	const listed = option === undefined && scale?.kind !== 'numeric' && labels.length > 0;
	return {
		name: heading,
		...(item ? { title: item.text } : {}),
		type: scale?.kind === 'numeric' ? 'number' : (TYPES[role] ?? 'string'),
		...(listed ? { categories: labels.map(worded) } : {}),
		...(listed && ['ordinal', 'nps', 'yes-no'].includes(scale?.kind ?? '')
			? { categoriesOrdered: true }
			: {}),
		...(nonSubstantive.length > 0 ? { missingValues: nonSubstantive.map(worded) } : {}),
		'quartierspiegel:role': role,
		...(column.certain ? {} : { 'quartierspiegel:certain': false }),
		...(item && scale
			? {
					'quartierspiegel:item': {
						code: item.code,
						topic: item.topic,
						scale: {
							id: scale.id,
							kind: scale.kind,
							points: scale.points,
							topBox: scale.topBox,
							direction: scale.direction,
							settled: isSettled(scale)
						}
					}
				}
			: {}),
		...(item?.group ? { 'quartierspiegel:group': item.group } : {}),
		...(option
			? {
					'quartierspiegel:question': option.question,
					'quartierspiegel:row': option.label,
					'quartierspiegel:chosen': option.yes,
					'quartierspiegel:notChosen': option.no,
					'quartierspiegel:options': labels
				}
			: {}),
		...(delimiter ? { 'quartierspiegel:delimiter': delimiter } : {}),
		...(askedIf && filter
			? { 'quartierspiegel:askedIf': { name: filter.heading, values: askedIf.values } }
			: {}),
		...(continues ? { 'quartierspiegel:continues': continues } : {}),
		...(group ? { 'quartierspiegel:demography': group } : {}),
		...(bands ? { 'quartierspiegel:bands': bands } : {}),
		...(born ? { 'quartierspiegel:born': born } : {}),
		...(dateOrder ? { 'quartierspiegel:dateOrder': dateOrder } : {})
	};
}

/**
 * What was confirmed about the columns of a file, as a codebook that other programs read and that the
 * next wave starts from. Columns that were dropped are not in it, as their headings may name people.
 */
export const codebookOf = ({ columns }: Mapping): Codebook => ({
	fields: columns.filter(({ role }) => role !== 'dropped').map((column) => fieldOf(column, columns))
});
