import { answers } from './answers';
import { addDays, daysBetween, germanDate, weekday } from './dates';
import { ITEMS, KNOWS_TREFF, RECOMMENDATION } from './items';
import { HOUSEHOLD_BY_AGE, NO_ANSWER, RESPONSE, TENURE_BY_AGE } from './people';
import { householdsIn, QUARTIERE } from './quartiere';
import { randomStream, type Random } from './random';
import { voice, WISH } from './voices';

/** The waves with their field periods (ISO dates, both included). */
export const WAVES = [
	{ year: 2019, from: '2019-05-06', to: '2019-06-14' },
	{ year: 2022, from: '2022-05-02', to: '2022-06-17' },
	{ year: 2025, from: '2025-05-05', to: '2025-06-13' }
] as const;
type Wave = (typeof WAVES)[number];

/** where the answers begin among the cells of a sheet, behind wave, Quartier and what people are */
const FIRST_ANSWER = 5;

/** share of sheets that leave the age group out */
const AGE_WITHHELD = 0.02;

/** Most sheets come back early; there is no post on Sundays. */
function receivedOn(wave: Wave, random: Random): string {
	const days = daysBetween(wave.from, wave.to) + 1;
	const day = addDays(wave.from, Math.floor(days * random.uniform() ** 1.6));
	return weekday(day) === 0 ? addDays(day, 1) : day;
}

/** Every household gets a sheet; who answers depends on age (`RESPONSE`) and on nothing else. */
function sheets(wave: Wave, seed: number): { received: string; cells: string[] }[] {
	return QUARTIERE.flatMap((quartier) => {
		const random = randomStream(seed, `survey/${wave.year}/${quartier.name}`);
		const returned = [];
		for (let household = householdsIn(quartier, wave.year); household > 0; household--) {
			const age = random.pick(quartier.ages);
			if (random.uniform() >= RESPONSE[age]) continue;
			const cells = [
				String(wave.year),
				quartier.name,
				random.uniform() < AGE_WITHHELD ? NO_ANSWER : age,
				random.pick(HOUSEHOLD_BY_AGE[age]),
				random.pick(TENURE_BY_AGE[age]),
				...answers(quartier, wave.year, age, random)
			];
			returned.push({ received: receivedOn(wave, random), cells });
		}
		return returned;
	});
}

/** The rows of `beispiel-mieterbefragung.csv`, heading included; numbered as they came in. */
export function surveyRows(seed: number): string[][] {
	const heading = ['Bogen-Nr', 'Eingang', 'Welle', 'Quartier', 'Altersgruppe', 'Haushalt'];
	heading.push(
		'Wohndauer',
		...ITEMS.map((item) => item.heading),
		RECOMMENDATION,
		KNOWS_TREFF,
		WISH
	);
	const rows = WAVES.flatMap((wave) =>
		// shuffled first, so that sheets of one day do not stand sorted by Quartier
		randomStream(seed, `post/${wave.year}`)
			.shuffle(sheets(wave, seed))
			.sort((one, other) => daysBetween(other.received, one.received))
			.map(({ received, cells }, at) => {
				const id = `${wave.year}-${String(at + 1).padStart(4, '0')}`;
				const given = cells.slice(FIRST_ANSWER);
				return [id, germanDate(received), ...cells, voice(wave.year, given, id, seed)];
			})
	);
	return [heading, ...rows];
}
