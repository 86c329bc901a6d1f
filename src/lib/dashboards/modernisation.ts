import type { QuartierEvent } from '../domain';

/** A modernisation with the last waves before and after it went on, by the middle of their fieldwork. */
export type Modernisation = {
	title: string;
	from: string;
	/** null while it goes on */
	to: string | null;
	before: string | undefined;
	after: string | undefined;
	/** topics of cases that are about modernisations */
	caseTopics: string[];
};

type FieldPeriod = { key: string; from: string; to: string };

const middle = ({ from, to }: FieldPeriod): number => (Date.parse(from) + Date.parse(to)) / 2;

/** The last modernisation among the events of a Quartier; undefined where there is none. */
export function modernisationOf(
	events: readonly QuartierEvent[],
	waves: readonly FieldPeriod[],
	caseTopics: readonly string[]
): Modernisation | undefined {
	const event = events
		.filter(({ kind }) => kind === 'modernisation')
		.toSorted((a, b) => (a.from < b.from ? -1 : 1))
		.at(-1);
	if (!event) return undefined;
	const [start, end] = [
		Date.parse(event.from),
		event.to === null ? Infinity : Date.parse(event.to)
	];
	return {
		title: event.title,
		from: event.from,
		to: event.to,
		before: waves.findLast((wave) => middle(wave) < start)?.key,
		after: waves.findLast((wave) => middle(wave) > end)?.key,
		caseTopics: caseTopics.filter((topic) => /modernis|sanier|renovat/i.test(topic))
	};
}
