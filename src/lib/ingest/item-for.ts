import { answersOf, missingOf, withAbsent } from './answers';
import { batteryOf } from './batteries';
import type { Field } from './codebooks';
import { declaredHeading, fieldsFor } from './declared';
import { declaredScale } from './declared-scale';
import type { Format, Heading } from './formats';
import type { ColumnMapping, Mapping } from './mapping';
import { nominalScale, recogniseAnswers, type ScaleSuggestion } from './scales/recognise';
import { suggestSeveral } from './suggest-column';
import { formatOfTable, type TextTable } from './table';
import { suggestTopic } from './topics';

/** The columns as the tool writes them and the codebook words them. */
export function headingsOf(
	table: TextTable,
	format: Format
): { headings: Heading[]; fields: (Field | undefined)[] } {
	const written = format.read(table.head);
	const fields = fieldsFor(written, table.codebook);
	return { headings: written.map((one, index) => declaredHeading(one, fields[index])), fields };
}

/** The item that a column becomes when the user says that it is one. */
export function itemFor(
	table: TextTable,
	mapping: Pick<Mapping, 'columns'>,
	index: number
): ColumnMapping {
	const format = formatOfTable(table);
	const { headings, fields } = headingsOf(table, format);
	const [heading, field] = [headings[index], fields[index]];
	const { counts, distinct, absent } = answersOf(table, index, missingOf(format.missing, field));
	const text = heading?.text ?? '';
	const known = declaredScale(text, field, distinct) ?? recogniseAnswers(text, counts);
	const several = known ? null : suggestSeveral(counts, format.delimiter);
	const scale = { ...(several?.scale ?? nominalScale(distinct)), settled: false };
	const suggestion: ScaleSuggestion = known ?? { scale, certain: false, evidence: ['values'] };
	const battery = heading && batteryOf(heading);
	return {
		...(battery === undefined ? {} : { battery }),
		evidence: suggestion.evidence ?? [],
		...(several ? { delimiter: several.delimiter } : {}),
		index,
		heading: mapping.columns[index]?.heading ?? text,
		role: 'item',
		certain: suggestion.certain,
		item: {
			code: heading?.code ?? text,
			text,
			topic: suggestTopic(text),
			scale: withAbsent(suggestion.scale, absent)
		}
	};
}
