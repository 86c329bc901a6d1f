import type { Words } from '../../domain';
import { count } from './counted';
import type { RecordIndicator } from './indicator';

const BENEFITS = { records: 'benefit', group: 'benefit' } as const;

/** One step on the way to a benefit. Applied is not granted. */
const step = (name: string, words: Words, meaning: Words): RecordIndicator =>
	count(BENEFITS, {
		id: `benefit-${name}`,
		on: `${name}_day`,
		when: name,
		name: words,
		description: meaning,
		formula: {
			de: 'Zahl der Leistungen, bei denen dieser Schritt getan ist; am Tag des Schritts, ohne Tag an dem des Schritts davor.',
			en: 'Number of benefits with which this step was taken; on the day of the step, without one on that of the step before.'
		}
	});

/** The figures of benefits: the steps on the way to them, and what they amount to. */
export const BENEFIT_INDICATORS: readonly RecordIndicator[] = [
	step(
		'advised',
		{ de: 'Beraten', en: 'Advised' },
		{
			de: 'Leistungen, zu denen beraten wurde.',
			en: 'Benefits about which somebody was advised.'
		}
	),
	step(
		'entitled',
		{ de: 'Anspruch festgestellt', en: 'Found entitled' },
		{
			de: 'Leistungen, auf die nach der Prüfung ein Anspruch besteht.',
			en: 'Benefits to which the check found an entitlement.'
		}
	),
	step(
		'applied',
		{ de: 'Beantragt', en: 'Applied for' },
		{
			de: 'Leistungen, die beantragt wurden. Beantragt ist nicht bewilligt.',
			en: 'Benefits that were applied for. Applied for is not granted.'
		}
	),
	step(
		'granted',
		{ de: 'Bewilligt', en: 'Granted' },
		{
			de: 'Leistungen, die bewilligt wurden.',
			en: 'Benefits that were granted.'
		}
	),
	count(
		BENEFITS,
		{
			id: 'benefit-euros-month',
			on: 'granted_day',
			when: 'monthly',
			unit: 'euros',
			direction: 'higher-better',
			name: { de: 'Bewilligt im Monat', en: 'Granted a month' },
			description: {
				de: 'Euro im Monat aus bewilligten Leistungen.',
				en: 'Euros a month from benefits granted.'
			},
			formula: {
				de: 'Summe der Monatsbeträge bewilligter Leistungen mit bekanntem Betrag. Einmaliges, also für einen Monat Bewilligtes, zählt hier nicht.',
				en: 'Sum of the monthly amounts of benefits granted whose amount is known. What is paid once, that is granted for one month, does not count here.'
			}
		},
		{ of: 'sum', column: 'euros' }
	),
	count(
		BENEFITS,
		{
			id: 'benefit-euros-year',
			on: 'granted_day',
			when: 'priced',
			unit: 'euros',
			direction: 'higher-better',
			name: { de: 'Bewilligt, auf ein Jahr', en: 'Granted, over a year' },
			description: {
				de: 'Was die bewilligten Leistungen in ihrem ersten Jahr zusammen ausmachen.',
				en: 'What the benefits granted amount to in their first year.'
			},
			formula: {
				de: 'Monatsbetrag × bewilligte Monate, höchstens 12; ohne Angabe 12. Einmaliges zählt mit einem Monat.',
				en: 'Monthly amount × months granted, 12 at most; 12 where it is not said. What is paid once counts with one month.'
			}
		},
		{ of: 'sum', column: 'euros_year' }
	)
];
