import { normalise } from '../words';

/** A field that a column can be: its role, how headings name it, and whether a file of this kind must have it. */
export type Field = {
	role: string;
	required?: boolean;
	/** a heading that is one of these, or starts with one followed by a word boundary */
	aliases: readonly string[];
	/** a question that asks for it */
	question?: RegExp;
};

const spoken = (text: string): string => normalise(text.replace(/[_-]+|\.(?=\s|$)/g, ' '));

const spokenAliases = new WeakMap<Field, string[]>();

/** The aliases of a field as they are compared, worked out once: a wide file asks for them thousands of times. */
function aliasesOf(field: Field): string[] {
	const known = spokenAliases.get(field) ?? field.aliases.map(spoken);
	spokenAliases.set(field, known);
	return known;
}

/** How well a heading names a field: 3 exactly, 2 at its start, 1 as a question, 0 not at all. */
export function fitting(heading: string, code: string): (field: Field) => number {
	const words = spoken(heading);
	const short = spoken(code);
	return (field) => {
		const aliases = aliasesOf(field);
		if (aliases.includes(words) || aliases.includes(short)) return 3;
		if (aliases.some((alias) => alias.length > 3 && words.startsWith(`${alias} `))) return 2;
		return field.question?.test(words) ? 1 : 0;
	};
}

/** The fields that stand for groups of persons, with the names under which filters know them. */
export const GROUPS: readonly (Field & { group: string })[] = [
	{
		role: 'demography',
		group: 'age',
		aliases: ['Alter', 'Altersgruppe', 'Altersklasse', 'age', 'age group', 'agegroup'],
		question: /^wie alt sind sie|^how old are you|\b(ihr alter|your age|altersgruppe|age group)\b/
	},
	{
		role: 'demography',
		group: 'household',
		aliases: [
			'Haushalt',
			'Haushaltstyp',
			'Haushaltsform',
			'Haushaltsgröße',
			'household',
			'household type',
			'household size'
		],
		question: /personen.*(haushalt|wohnung)|leben sie allein|people.*household/
	},
	{
		role: 'demography',
		group: 'tenure',
		aliases: ['Wohndauer', 'Mietdauer', 'tenure', 'years of tenancy', 'length of tenancy'],
		question: /^(seit wann|wie lange) (wohnen|leben) sie/
	},
	{
		role: 'demography',
		group: 'language',
		aliases: ['Sprache', 'Muttersprache', 'Familiensprache', 'language'],
		question: /welche sprache/
	},
	{
		role: 'demography',
		group: 'gender',
		aliases: ['Geschlecht', 'gender', 'sex'],
		question: /\b(ihr geschlecht|your gender)\b/
	},
	{
		role: 'demography',
		group: 'building',
		aliases: ['Gebäudetyp', 'Gebäudeart', 'Haustyp', 'type of building', 'building type', 'type']
	}
];

export const QUARTIER: Field = {
	role: 'quartier',
	aliases: [
		'Quartier',
		'Quartiername',
		'Stadtteil',
		'Wohngebiet',
		'Siedlung',
		'Wohnquartier',
		'neighbourhood',
		'neighborhood',
		'estate',
		'district'
	],
	question:
		/(welche[mnrs]?) (quartier|stadtteil|wohngebiet|siedlung)|which (neighbou?rhood|estate|district)/
};
