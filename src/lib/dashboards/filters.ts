import { CATEGORY_DIMENSIONS, z, type CategoryDimension } from '../domain';

/** Members that are kept, by dimension. */
export type Members = Partial<Record<CategoryDimension, string[]>>;

/** What is chosen on a page; it stands in the address, so that a view can be bookmarked and sent. */
export type Filters = {
	/** wave looked at, and the one it is compared with; undefined where there is none */
	wave: string | undefined;
	against: string | undefined;
	/** first and last year of casework */
	from: number | undefined;
	to: number | undefined;
	/** group name to the categories kept */
	groups: Record<string, string[]>;
	/** what was picked of casework and records: dimension to the members kept */
	members: Members;
	/** a stretch of time that was picked within the years, first and last day */
	span: { from: string; to: string } | undefined;
	/** the indicator of the trend, where one was chosen */
	trend: string | undefined;
	/** the open question whose answers are looked at, where one was chosen, and the term in them */
	question: string | undefined;
	term: string | undefined;
	/** what one eviction costs, in euros, from and to; undefined while the user has not said */
	eviction: { low: number; high: number } | undefined;
};

/** What there is to choose from. */
export type Choices = {
	/** what a wave is called */
	waveName: (wave: string | undefined) => string;
	waves: readonly string[];
	years: readonly number[];
	groups: readonly { name: string; categories: readonly string[] }[];
	members: Members;
	trends: readonly string[];
	/** open questions and the waves in which they were asked */
	questions: readonly { question: string; wave: string }[];
};

/** The open questions of a wave, in their order. */
export const questionsIn = (questions: Choices['questions'], wave: string | undefined): string[] =>
	questions.filter((one) => one.wave === wave).map(({ question }) => question);

/** Names of the filters in the address: German, because users read them. */
const NAMES = {
	wave: 'welle',
	against: 'gegen',
	from: 'von',
	to: 'bis',
	span: 'zeit',
	trend: 'verlauf',
	question: 'frage',
	term: 'begriff',
	eviction: 'raeumung'
} as const;
const MEMBER_NAMES: Record<CategoryDimension, string> = {
	area: 'angebotsbereich',
	caseTopic: 'anlass',
	access: 'zugang',
	workForm: 'arbeitsform',
	outcome: 'ergebnis',
	closingReason: 'grund',
	channel: 'kontaktart',
	stage: 'verfahren',
	solution: 'loesung',
	benefit: 'leistung',
	meetingPlace: 'treff',
	offer: 'angebot',
	targetGroup: 'zielgruppe',
	partnerKind: 'partner'
};
const GROUP_NAMES: Record<string, string> = { age: 'alter', household: 'haushalt' };

const groupName = (name: string): string => GROUP_NAMES[name] ?? `gruppe.${name}`;

/** `8000-20000` or one number for both ends; anything else is none. */
function evictionFrom(text: string | null): Filters['eviction'] {
	const found = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(text ?? '');
	if (!found) return undefined;
	const [low, high] = [Number(found[1]), Number(found[2] ?? found[1])];
	return low <= high ? { low, high } : { low: high, high: low };
}

/** `2023-07-01..2023-09-30`; anything else is none. */
function spanFrom(text: string | null): Filters['span'] {
	const found = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text ?? '');
	const [, from = '', to = ''] = found ?? [];
	// The thirtieth of February is parsed, as a day of March.
	const isDay = (day: string) => z.iso.date().safeParse(day).success;
	return found && isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
}

function membersFrom(params: URLSearchParams, known: Members): Members {
	const kept = CATEGORY_DIMENSIONS.flatMap((dimension) => {
		const all = known[dimension] ?? [];
		const chosen = params.getAll(MEMBER_NAMES[dimension]).filter((one) => all.includes(one));
		return chosen.length > 0 ? [[dimension, chosen]] : [];
	});
	return Object.fromEntries(kept) as Members;
}

/** Reads the filters of an address. What it names and nobody knows is left out. */
export function filtersFrom(params: URLSearchParams, choices: Choices): Filters {
	const { waves, years } = choices;
	const known = <T>(value: T | null, all: readonly T[]): T | undefined =>
		value !== null && all.includes(value) ? value : undefined;
	const wave = known(params.get(NAMES.wave), waves) ?? waves.at(-1);
	const earlier = waves.slice(0, wave === undefined ? 0 : waves.indexOf(wave));
	const year = (name: string) => known(params.has(name) ? Number(params.get(name)) : null, years);
	const from = year(NAMES.from) ?? years[0];
	const to = year(NAMES.to) ?? years.at(-1);
	const groups: Filters['groups'] = {};
	for (const { name, categories } of choices.groups) {
		const chosen = params.getAll(groupName(name)).filter((one) => categories.includes(one));
		if (chosen.length > 0) groups[name] = chosen;
	}
	return {
		wave,
		against: known(params.get(NAMES.against), earlier) ?? earlier.at(-1),
		from,
		to: from !== undefined && to !== undefined && to < from ? from : to,
		groups,
		members: membersFrom(params, choices.members),
		span: years.length > 0 ? spanFrom(params.get(NAMES.span)) : undefined,
		trend: known(params.get(NAMES.trend), choices.trends),
		question: known(params.get(NAMES.question), questionsIn(choices.questions, wave)),
		term: choices.questions.length > 0 ? (params.get(NAMES.term) ?? undefined) : undefined,
		eviction: evictionFrom(params.get(NAMES.eviction))
	};
}

/** The address part of filters; what everybody gets without choosing is left out. */
export function paramsOf(filters: Filters, choices: Choices): URLSearchParams {
	const standard = filtersFrom(new URLSearchParams(), choices);
	const params = new URLSearchParams();
	const set = (
		name: string,
		value: string | number | undefined,
		usual: string | number | undefined
	) => {
		if (value !== undefined && value !== usual) params.set(name, String(value));
	};
	set(NAMES.wave, filters.wave, standard.wave);
	const earlier = choices.waves.slice(0, Math.max(0, choices.waves.indexOf(filters.wave ?? '')));
	set(NAMES.against, filters.against, earlier.at(-1));
	set(NAMES.from, filters.from, standard.from);
	set(NAMES.to, filters.to, standard.to);
	set(NAMES.trend, filters.trend, undefined);
	set(NAMES.question, filters.question, undefined);
	set(NAMES.term, filters.term, undefined);
	const { eviction, span } = filters;
	set(NAMES.span, span && `${span.from}..${span.to}`, undefined);
	set(NAMES.eviction, eviction && `${eviction.low}-${eviction.high}`, undefined);
	for (const [name, categories] of Object.entries(filters.groups)) {
		for (const category of categories) params.append(groupName(name), category);
	}
	for (const dimension of CATEGORY_DIMENSIONS) {
		for (const value of filters.members[dimension] ?? []) {
			params.append(MEMBER_NAMES[dimension], value);
		}
	}
	return params;
}

/** Every calendar year that a stretch of time touches. */
export function yearsOf(span: { from: string; to: string } | null): number[] {
	if (!span) return [];
	const [first, last] = [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The filters as queries take them. */
export const groupFilter = ({ groups }: Filters): { groups?: Record<string, string[]> } =>
	Object.keys(groups).length > 0 ? { groups } : {};

export const membersFilter = ({ members }: Filters): { members?: Members } =>
	Object.keys(members).length > 0 ? { members } : {};

/** The years, and within them the stretch that was picked. */
function periodFilter({ from, to, span }: Filters): {
	period?: { from: string; to: string };
} {
	if (from === undefined || to === undefined) return {};
	const years = { from: `${from}-01-01`, to: `${to}-12-31` };
	if (!span) return { period: years };
	return {
		period: {
			from: span.from > years.from ? span.from : years.from,
			to: span.to < years.to ? span.to : years.to
		}
	};
}

/** The filters with another wave: what it is compared with and what was written in it are others. */
export const ofWave = (filters: Filters, wave: string): Filters => ({
	...filters,
	wave,
	against: undefined,
	question: undefined,
	term: undefined
});

/** What acts on cases and records: the period, the persons, and what was picked. */
export const caseworkFilter = (filters: Filters) => ({
	...periodFilter(filters),
	...groupFilter(filters),
	...membersFilter(filters)
});

/** Of all waves those up to the one that is looked at. */
export const wavesUpTo = (waves: readonly string[], { wave }: Pick<Filters, 'wave'>): string[] =>
	waves.slice(0, wave === undefined ? undefined : waves.indexOf(wave) + 1);

/** The wave looked at with the one it is compared with, oldest first. */
export const wavePair = ({ wave, against }: Filters): string[] =>
	[against, wave].filter((one) => one !== undefined);
