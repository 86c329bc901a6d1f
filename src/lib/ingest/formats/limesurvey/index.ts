import { normalise } from '../../words';
import type { Format, FormatRole, Heading, Rows } from '../format';
import { arrayRow, bracketed } from '../headings';

/** LimeSurvey's own columns, as code, in German and in English. */
const TECHNICAL: ReadonlyMap<string, FormatRole> = new Map<string, FormatRole>(
	(
		[
			['id', 'id'],
			['Antwort ID', 'id'],
			['Response ID', 'id'],
			['submitdate', 'date'],
			['Datum Abgeschickt', 'date'],
			['Date submitted', 'date'],
			['lastpage', 'ignored'],
			['Letzte Seite', 'ignored'],
			['Last page', 'ignored'],
			['startlanguage', 'ignored'],
			['Start-Sprache', 'ignored'],
			['Start language', 'ignored'],
			['seed', 'ignored'],
			['Zufallsgeneratorstartwert', 'ignored'],
			['startdate', 'ignored'],
			['Datum gestartet', 'ignored'],
			['Date started', 'ignored'],
			['datestamp', 'ignored'],
			['Datum letzte Aktivität', 'ignored'],
			['Date last action', 'ignored'],
			['interviewtime', 'timing'],
			['Gesamtzeit', 'timing'],
			['Total time', 'timing']
		] as const
	).map(([heading, role]) => [normalise(heading), role])
);

const TIMING = /^(groupTime\d+|\w+Time|(Gruppenzeit|Fragenzeit|Group time|Question time): .*)$/;
const CODE = /^([A-Za-z][A-Za-z0-9_]*?)(?:\[([^\]]+)\])?(\[(?:other|comment)\])?$/;
const CODE_AND_TEXT = /^([A-Za-z][A-Za-z0-9_]*(?:\[[^\]]+\])*)\. ([\s\S]*)$/;
/** Answers in free words beside a question: `Q01[other]`, `Q07[SQ001comment]`. */
const FREE_TEXT = /\[(other|.*comment|Sonstiges|Kommentar|Other|Comment)\]$/i;

const role = (heading: string): FormatRole | undefined =>
	TECHNICAL.get(normalise(heading)) ?? (TIMING.test(heading) ? 'timing' : undefined);

/** `likert0[a1]. [Row of the array]` is the row; a question without an array stays as it is. */
const textOf = (text: string): string => {
	const row = /^(?:([\s\S]*?)\s*)?\[([^\]]+)\]\s*$/.exec(text.trim());
	return row
		? [row[1], row[2]].filter((part) => part).join(' – ')
		: text.replace(/\s*\[\]\s*$/, '').trim();
};

function readHeading(heading: string): Heading {
	const technical = role(heading);
	const both = CODE_AND_TEXT.exec(heading);
	const code = both?.[1] ?? heading;
	const text = both ? textOf(both[2] ?? '') : heading;
	const array = CODE.exec(code);
	const known = technical ?? (FREE_TEXT.test(code) ? ('text' as const) : undefined);
	// Without codes, an array is known by the words of its question.
	const grid = !both && !array && !technical ? bracketed(heading) : null;
	return {
		heading,
		code,
		...(grid?.question ? arrayRow(grid.question, grid.row) : { text: text || code }),
		...(array?.[2] ? { group: array[1] ?? code } : {}),
		...(known ? { role: known } : {})
	};
}

/** LimeSurvey's export with headings as question codes, as full texts, or as both. */
export const limesurvey: Format = {
	tool: 'limesurvey',
	headerRows([headings = []]: Rows) {
		const technical = headings.filter((heading) => TECHNICAL.has(normalise(heading)));
		const codes = headings.filter((heading) => /^\w+\[[^\]]+\]/.test(heading)).length;
		const withText = headings.filter((heading) => CODE_AND_TEXT.test(heading)).length;
		const specific = technical.filter((heading) => !['id'].includes(normalise(heading))).length;
		const ours =
			specific >= 2 ||
			(technical.length >= 2 && codes >= 1) ||
			(withText >= 5 && withText >= headings.length * 0.6);
		return ours ? 1 : 0;
	},
	read: ([headings = []]) => headings.map((heading) => readHeading(heading.trim()))
};
