import { QUARTIER, type Field } from './fields';

/** Master data: one row per Quartier and year, or one per Quartier where the year is given for the whole file. */
export const QUARTIER_FIELDS: readonly Field[] = [
	{ ...QUARTIER, required: true, aliases: [...QUARTIER.aliases, 'Name'] },
	{ role: 'city', aliases: ['Stadt', 'Ort', 'Gemeinde', 'city', 'town'] },
	{ role: 'year', aliases: ['Jahr', 'year', 'Stichtag', 'Berichtsjahr'] },
	{
		role: 'dwellings',
		required: true,
		aliases: ['Wohnungen', 'Wohneinheiten', 'WE', 'Anzahl Wohnungen', 'dwellings', 'flats', 'homes']
	},
	{ role: 'households', aliases: ['Haushalte', 'Anzahl Haushalte', 'households'] }
];
