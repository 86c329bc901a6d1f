import { fieldsOf, plainText, type Question } from './question';
import type { Codebook } from './schema';

/** A question of LimeSurvey with its type's letter; rows and answers in their order. */
export type Entry = {
	code: string;
	type: string;
	text: string;
	rows: { code: string; text: string }[];
	answers: { code: string; text: string }[];
	/** the filter question and the answer that leads to this one, where it is as simple as that */
	askedIf?: { code: string; answer: string } | undefined;
};

const range = (to: number): Entry['answers'] =>
	Array.from({ length: to }, (_, index) => ({ code: String(index + 1), text: String(index + 1) }));

/** Answers that belong to a type and not to the survey, in the words of LimeSurvey. */
function ownAnswers(type: string, german: boolean): Entry['answers'] {
	const coded = (codes: string, de: string, en: string) => {
		const words = (german ? de : en).split('|');
		return codes.split('').map((code, index) => ({ code, text: words[index] ?? code }));
	};
	if (type === 'Y') return coded('YN', 'Ja|Nein', 'Yes|No');
	if (type === 'C') return coded('YUN', 'Ja|Unsicher|Nein', 'Yes|Uncertain|No');
	if (type === 'E') return coded('ISD', 'Zunahme|Gleich|Abnahme', 'Increase|Same|Decrease');
	if (type === 'G') return coded('FM', 'weiblich|männlich', 'Female|Male');
	if (type === '5' || type === 'A') return range(5);
	return type === 'B' ? range(10) : [];
}

const KINDS: Record<string, Question['kind']> = {
	...Object.fromEntries([...'L!OYG5I'].map((type) => [type, 'single' as const])),
	...Object.fromEntries([...'FHABCEK;:Q1'].map((type) => [type, 'rows' as const])),
	M: 'several',
	P: 'several',
	N: 'number',
	D: 'date'
};

const coded = ({ code, text }: { code: string; text: string }) => ({ code, text: plainText(text) });

/** The codebook of a survey in one language. What is only shown (`X`) or computed (`*`) has no answers. */
export function limesurveyCodebook(entries: readonly Entry[], language: string): Codebook {
	const asked = entries.filter(({ type }) => !['X', '*', '|'].includes(type));
	return {
		fields: asked.flatMap(({ code, type, text, rows, answers, askedIf }) => {
			const own = ownAnswers(type, language.startsWith('de'));
			const question: Question = {
				name: code,
				text: plainText(text),
				kind: KINDS[type] ?? 'text',
				rows: rows.map(coded),
				answers: (own.length > 0 ? own : answers).map(coded)
			};
			const fields = fieldsOf(question, (name, row) => `${name}[${row}]`, ['Y', 'Ja', 'Yes']);
			const filter = asked.find((one) => one.code === askedIf?.code);
			if (!askedIf || !filter) return fields;
			// A file has either the code of the answer or its words.
			const known = [...ownAnswers(filter.type, language.startsWith('de')), ...filter.answers];
			const words = known.filter((one) => one.code === askedIf.answer);
			const values = [askedIf.answer, ...words.map(({ text }) => plainText(text))];
			return fields.map((field) => ({
				...field,
				'quartierspiegel:askedIf': { name: filter.code, values }
			}));
		})
	};
}
