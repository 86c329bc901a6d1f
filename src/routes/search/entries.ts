import { resolve } from '$app/paths';
import {
	isAnswerable,
	ofWave,
	QUARTIER_PANELS,
	quartierViewOf,
	SECTIONS,
	type Choices,
	type Filters
} from '$lib/dashboards';
import { DEFINITIONS } from '$lib/disclosure';
import type { Inventory, QuartierEvent } from '$lib/domain';
import * as m from '$lib/paraglide/messages';
import { panelName } from '$lib/presentation';
import { eventsOf, type View } from '$lib/steering';
import { locale, message } from '$lib/words';
import { searchOf } from '../view';
import { isNamed, type Found } from './find';

/** What is searched, and what for. */
type Asked = {
	inventory: Inventory;
	events: readonly QuartierEvent[];
	views: readonly View[];
	choices: Choices;
	filters: Filters;
	/** key of the Quartier that is looked at */
	here: string | undefined;
	/** key of the Quartier that was looked at last */
	last: string | undefined;
	/** what tenants wrote most often in the wave, and in answer to what */
	terms: readonly string[];
	openQuestion: string;
	/** what is typed */
	question: string;
};

/** A Quartier that the workspace knows. */
type KnownQuartier = Inventory['quartiere'][number];

const pageOf = (id: string): string => resolve('/quartiere/[id]', { id });

/** Sections and panels of a Quartier that have something to say. */
function partsOf(
	{ key, name }: KnownQuartier,
	{ inventory, events, choices, filters }: Asked
): Found[] {
	const place = quartierViewOf(key, inventory, eventsOf(events, key), filters);
	if (!place) return [];
	const of = (anchor: string, kind: string, text: string): Found => ({
		kind,
		text,
		detail: name,
		href: `${pageOf(key)}${searchOf(filters, choices)}#${anchor}`
	});
	const panels = QUARTIER_PANELS.filter((panel) => isAnswerable(panel, place, inventory));
	return [
		...SECTIONS.filter((id) => panels.some(({ section }) => section === id)).map((id) =>
			of(id, m.search_section(), message(`section_${id}`))
		),
		...panels.map(({ id }) => of(`${id}-title`, m.search_panel(), panelName(id)))
	];
}

/**
 * The Quartiere whose parts are offered: the one that is looked at and those that are named; where there
 * are none of either, the one that was looked at last, else the first. Not all: one part of many would
 * be all that is found.
 */
function meant({ inventory, here, last, question }: Asked): KnownQuartier[] {
	const own = inventory.quartiere.filter(({ key }) => key === here);
	const named = inventory.quartiere.filter(
		({ key, name }) => key !== here && isNamed(name, question)
	);
	if (own.length + named.length > 0) return [...own, ...named];
	const before = inventory.quartiere.find(({ key }) => key === last) ?? inventory.quartiere[0];
	return before ? [before] : [];
}

/** Terms in what tenants wrote, where they can be read: on the page of the survey, for all Quartiere together. */
function termsOf({ terms, openQuestion, choices, filters }: Asked): Found[] {
	return terms.map((term) => ({
		kind: m.search_term(),
		text: term,
		detail: openQuestion,
		href: `${resolve('/befragungen')}${searchOf({ ...filters, question: undefined, term }, choices)}#terms-title`
	}));
}

/** Pages that are there whatever the data; with the filters where they have any. */
function pagesOf(search: string): Found[] {
	const pages = [
		['/', m.nav_overview(), search],
		['/vergleich', m.nav_comparison(), search],
		['/befragungen', m.nav_surveys(), search],
		['/notizen', m.section_notes(), ''],
		['/import', m.nav_import(), ''],
		['/daten', m.nav_batches(), ''],
		['/hilfe', m.nav_help(), ''],
		['/hilfe/ueber', m.about_title(), '']
	] as const;
	return pages.map(([path, text, with_]) => ({
		kind: m.search_page(),
		text,
		detail: '',
		href: resolve(path) + with_
	}));
}

/** Everything that can be found, what is meant most likely first. */
export function entriesOf(asked: Asked): Found[] {
	const { inventory, views, choices, filters } = asked;
	const search = searchOf(filters, choices);
	return [
		...inventory.quartiere.map(({ key, name, city }) => ({
			kind: m.search_quartier(),
			text: name,
			detail: city,
			href: pageOf(key) + search
		})),
		...views.map(({ id, name }) => ({
			kind: m.nav_views(),
			text: name,
			detail: '',
			href: resolve('/ansichten/[id]', { id }) + search
		})),
		...pagesOf(search),
		...choices.waves.map((wave) => ({
			kind: m.search_wave(),
			text: m.search_wave_of({ wave: choices.waveName(wave) }),
			detail: '',
			href: resolve('/befragungen') + searchOf(ofWave(filters, wave), choices)
		})),
		...meant(asked).flatMap((quartier) => partsOf(quartier, asked)),
		...termsOf(asked),
		...inventory.items.map((item) => ({
			kind: m.search_item(),
			text: item.text,
			detail: message(`topic_${item.topic}`),
			href: `${resolve('/befragungen')}${search}#frage-${item.key}`
		})),
		...DEFINITIONS.map((definition) => ({
			kind: m.search_indicator(),
			text: definition.name[locale()],
			detail: definition.description[locale()],
			href: `${resolve('/hilfe/kennzahlen')}#${definition.id}`
		}))
	];
}
