import type { IndicatorQuery } from '../../../domain';
import type { Reader } from '../../../engine';
import type { Context, OpenAnswer, OpenAnswers } from '../../cube/context';
import { oncePerState } from '../../cube/once';

/** Answers that are read, and looked through, before the page gets its turn. */
const CHUNK = 2000;
const SLICE = 40;

const once = oncePerState<OpenAnswers>();

/** Adds the terms of an answer to how often each is written in which way. */
function count(forms: Map<string, Map<string, number>>, stem: string, form: string): void {
	const own = forms.get(stem) ?? new Map<string, number>();
	forms.set(stem, own.set(form, (own.get(form) ?? 0) + 1));
}

const mostOften = (forms: ReadonlyMap<string, number>): string =>
	[...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';

/** Reads in the order of the texts, which says nothing about the order of the responses. */
async function read(
	engine: Reader,
	wave: number,
	pause: () => Promise<unknown>
): Promise<OpenAnswers> {
	const [{ termsOf }, { openContext, sentencesOf }] = await Promise.all([
		import('./terms'),
		import('./as-item')
	]);
	const answers: OpenAnswer[] = [];
	const forms = new Map<string, Map<string, number>>();
	for (let offset = 0; ; offset += CHUNK) {
		const rows = await engine.query(`SELECT question, text, quartier, profile, cluster, weight
			FROM open_answer JOIN response ON response.id = open_answer.response
			WHERE wave = ${Number(wave)}
			ORDER BY text, question, response.id LIMIT ${CHUNK} OFFSET ${offset}`);
		for (const [at, row] of rows.entries()) {
			if (at % SLICE === 0) await pause();
			const text = String(row['text']);
			const terms = termsOf(text);
			for (const { stem, form } of terms) count(forms, stem, form);
			answers.push({
				question: String(row['question']),
				text,
				quartier: Number(row['quartier']),
				profile: Number(row['profile']),
				cluster: Number(row['cluster']),
				weight: Number(row['weight']),
				stems: new Set(terms.map(({ stem }) => stem))
			});
		}
		if (rows.length < CHUNK) break;
	}
	return {
		wave,
		answers,
		forms: new Map([...forms].map(([stem, own]) => [stem, mostOften(own)])),
		asItem: openContext,
		sentences: sentencesOf
	};
}

/**
 * The context with the open answers of the wave of a query, read once per state of the data. `pause`
 * gives the page its turn, since many texts take longer than a page may wait.
 */
export async function withOpenAnswers(
	context: Context,
	engine: Reader,
	{ filters }: Pick<IndicatorQuery, 'filters'>,
	pause: () => Promise<unknown>
): Promise<Context> {
	const wave = context.catalog.waves.find(({ key }) => key === filters.wave?.[0])?.id;
	if (wave === undefined) return context;
	const openAnswers = await once(context, String(wave), () => read(engine, wave, pause));
	return { ...context, openAnswers };
}
