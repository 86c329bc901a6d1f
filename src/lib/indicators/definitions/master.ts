import type { Words } from '../../domain';
import type { MasterIndicator } from './indicator';

const master = (
	column: MasterIndicator['column'],
	name: Words,
	description: Words
): MasterIndicator => ({
	id: column,
	family: 'master',
	column,
	group: 'master',
	kind: 'count',
	unit: 'count',
	direction: 'neutral',
	minimumBase: 0,
	completeCount: true,
	name,
	description,
	formula: {
		de: 'Stand der Stammdaten des letzten Jahres im gewählten Zeitraum. Vollzählung, deshalb ohne Bereich.',
		en: 'As in the master data of the last year in the period chosen. A complete count, hence no interval.'
	},
	source: { de: 'Stammdaten des Unternehmens', en: 'Master data of the company' }
});

/** What the master data say of the Quartiere. */
export const MASTER_INDICATORS: readonly MasterIndicator[] = [
	master(
		'dwellings',
		{ de: 'Wohnungen', en: 'Dwellings' },
		{ de: 'Wohnungen im Quartier.', en: 'Dwellings in the Quartier.' }
	),
	master(
		'households',
		{ de: 'Haushalte', en: 'Households' },
		{
			de: 'Vermietete Wohnungen; die Haushalte sind die Grundgesamtheit der Befragungen.',
			en: 'Dwellings that are let; the households are the population of the surveys.'
		}
	)
];
