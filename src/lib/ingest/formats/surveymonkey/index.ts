import type { Format, Heading, Rows } from '../format';
import { condense } from './condense';
import { arrayRow, technicalColumns, widthOf } from '../headings';

const role = technicalColumns({
	id: ['Respondent ID', 'RespondentID', 'Befragten-ID', 'Teilnehmer-ID'],
	date: ['End Date', 'Enddatum', 'Date Modified', 'Änderungsdatum'],
	token: ['Custom Data 1', 'Custom Data 2', 'Benutzerdefinierte Daten 1'],
	ignored: [
		'Collector ID',
		'CollectorID',
		'Collector-ID',
		'Start Date',
		'Startdatum',
		'Date Created',
		'Erstellungsdatum'
	]
});

/** What stands below a question that takes one column. */
const ANSWER = /^(Response|Antwort)$/i;
const FREE_TEXT =
	/^(Open-Ended Response|Offene Antwort|Other \(please specify\)|Sonstiges \(bitte angeben\))$/i;

/**
 * Two rows, the second of which begins empty: questions, then what each column of them is about. Or one row,
 * in which both are joined.
 */
function headerRows(rows: Rows): number {
	const [first = [], second] = rows;
	if (role(first[0] ?? '') !== 'id') return 0;
	if (!second || (second[0] ?? '').trim() !== '')
		return first.filter((cell) => role(cell) === 'ignored').length > 1 ? 1 : 0;
	const below = second.some((cell) => ANSWER.test(cell.trim()) || FREE_TEXT.test(cell.trim()));
	const spread = second.some((cell, index) => cell.trim() !== '' && !(first[index] ?? '').trim());
	return below || spread ? 2 : 0;
}

/** `Frage - Option` in one row: what is joined to questions that take one column says nothing. */
function readFlat(headings: readonly string[]): Heading[] {
	return headings.map((cell): Heading => {
		const heading = cell.trim();
		const known = role(heading);
		const cut = heading.lastIndexOf(' - ');
		const part = cut < 0 ? '' : heading.slice(cut + 3).trim();
		const isText = FREE_TEXT.test(part);
		const text = isText || ANSWER.test(part) ? heading.slice(0, cut).trim() : heading;
		const own = known ?? (isText ? ('text' as const) : undefined);
		return { heading, code: heading, text, ...(own ? { role: own } : {}) };
	});
}

/** SurveyMonkey's CSV: a question stands over its first column only and holds for those to the right. */
export const surveymonkey: Format = {
	tool: 'surveymonkey',
	headerRows,
	condense,
	read([questions = [], parts]) {
		if (!parts) return readFlat(questions);
		let question = '';
		return Array.from({ length: widthOf([questions, parts]) }, (_, index): Heading => {
			question = (questions[index] ?? '').trim() || question;
			const part = (parts[index] ?? '').trim();
			const known = role(question);
			if (known && part === '')
				return { heading: question, code: question, text: question, role: known };
			if (FREE_TEXT.test(part))
				return { heading: question, code: question, text: question, role: 'text' };
			if (part === '' || ANSWER.test(part))
				return { heading: question, code: question, text: question };
			const heading = `${question} [${part}]`;
			return { heading, code: heading, ...arrayRow(question, part) };
		});
	}
};
