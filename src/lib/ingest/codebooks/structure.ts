import Papa from 'papaparse';
import { limesurveyCodebook, type Entry } from './limesurvey';
import type { Codebook } from './schema';

/**
 * The codebooks of LimeSurvey's tab-separated structure, one for each language in the order of the
 * file. Rows and answers follow their question.
 */
export function readStructure(text: string): Codebook[] {
	const { data } = Papa.parse<Record<string, string>>(text, {
		delimiter: '\t',
		header: true,
		skipEmptyLines: true
	});
	const languages = new Map<string, Entry[]>();
	for (const row of data) {
		const language = row['language'] ?? '';
		const entries = languages.get(language) ?? [];
		const [type = '', code = '', words = ''] = [row['type/scale'], row['name'], row['text']];
		const last = entries.at(-1);
		const isFirstScale = type === '' || type === '0';
		if (row['class'] === 'Q') {
			entries.push({ code, type, text: words, rows: [], answers: [] });
			languages.set(language, entries);
		} else if (row['class'] === 'SQ' && (isFirstScale || Number.isNaN(Number(type))))
			last?.rows.push({ code, text: words });
		else if (row['class'] === 'A' && isFirstScale) last?.answers.push({ code, text: words });
	}
	return [...languages].map(([language, entries]) => limesurveyCodebook(entries, language));
}
