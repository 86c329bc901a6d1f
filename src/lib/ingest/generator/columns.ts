import type { Random } from './random';
import { CODED, MISSING_WORDS, NOMINAL, WORDED } from './scales';
import { HARMLESS, PERSONAL, QUARTIERE, THINGS, two } from './things';

/** What is true of a column, whatever the recognition makes of it. */
export type Truth =
	| { kind: 'worded'; labels: readonly string[]; good: 'high' | null; missing: readonly string[] }
	| { kind: 'coded'; points: readonly string[]; missing: readonly string[] }
	| { kind: 'nps' }
	| { kind: 'ticks'; option: string }
	| { kind: 'yes-no' }
	| { kind: 'nominal' }
	| { kind: 'quartier' }
	| { kind: 'date'; days: readonly string[] }
	| { kind: 'number' }
	| { kind: 'id' }
	| { kind: 'personal' };

/** A column of a questionnaire: how it is asked, what is true of it, and the answer of each sheet. */
export type Asked = {
	code: string;
	/** of a battery or a question with several answers: what is asked */
	question?: string;
	text: string;
	truth: Truth;
	cells: string[];
};

export type Questionnaire = { language: 'de' | 'en'; responses: number; columns: Asked[] };

const fill = (responses: number, cell: (at: number) => string): string[] =>
	Array.from({ length: responses }, (_, at) => cell(at));

/** Answers of all responses, each of the first few at least once, so that a scale shows all its levels. */
function answers(
	random: Random,
	responses: number,
	from: readonly string[],
	rare: readonly string[]
) {
	return fill(responses, (at) =>
		at < from.length
			? from[at]!
			: rare.length > 0 && random.chance(0.08)
				? random.pick(rare)
				: random.chance(0.04)
					? ''
					: random.pick(from)
	);
}

type Scaled = { truth: Truth; from: readonly string[]; rare: readonly string[] };

function scaleOf(random: Random, language: 'de' | 'en'): Scaled {
	if (random.chance(0.3)) {
		const { points, missing } = random.pick(CODED);
		return { truth: { kind: 'coded', points, missing }, from: points, rare: missing };
	}
	const { labels, good } = random.pick(WORDED.filter((one) => one.language === language));
	const missing = random.chance(0.5) ? [random.pick(MISSING_WORDS[language])] : [];
	// Numbers before the words say nothing of the direction: they may run the other way.
	const numbered = random.chance(0.2);
	const upwards = random.chance(0.5);
	const written = labels.map((label, at) =>
		numbered ? `${upwards ? at + 1 : labels.length - at} - ${label}` : label
	);
	return {
		truth: { kind: 'worded', labels: written, good, missing },
		from: written,
		rare: missing
	};
}

/** Days of a column in one spelling: one of them shows which part is the day, where the spelling does not. */
function received(random: Random, responses: number): [Truth, string[]] {
	const days = fill(
		responses,
		(at) => `2025-${two(random.whole(1, 6))}-${two(at === 0 ? 28 : random.whole(1, 28))}`
	);
	const spelling = random.whole(0, 4);
	const cells = days.map((iso) => {
		const [year = '', month = '', day = ''] = iso.split('-');
		switch (spelling) {
			case 0:
				return `${day}.${month}.${year}`;
			case 1:
				return `${day}/${month}/${year}`;
			case 2:
				return `${month}/${day}/${year}`;
			case 3:
				return `${day}.${month}.${year.slice(2)}`;
			default:
				return `${iso}T10:00:00+01:00`;
		}
	});
	return [{ kind: 'date', days }, cells];
}

/** A random survey with what is true of each of its columns. */
export function questionnaire(random: Random): Questionnaire {
	const language = random.chance(0.7) ? 'de' : 'en';
	const german = language === 'de';
	const responses = random.whole(40, 120);
	const columns: Asked[] = [];
	const add = (text: string, truth: Truth, cells: string[], question?: string) =>
		columns.push({
			code: `Q${two(columns.length + 1)}`,
			text,
			truth,
			cells,
			...(question === undefined ? {} : { question })
		});
	const scaled = (text: string, { truth, from, rare }: Scaled, question?: string) =>
		add(text, truth, answers(random, responses, from, rare), question);

	add(
		german ? 'Stadtteil' : 'Neighbourhood',
		{ kind: 'quartier' },
		fill(responses, () => random.pick(QUARTIERE))
	);
	for (const personal of random.some(PERSONAL, random.whole(0, 4)))
		add(
			personal[language],
			{ kind: 'personal' },
			fill(responses, (at) => personal.cell(random, at))
		);
	for (let battery = random.whole(1, 3); battery > 0; battery--) {
		const question = german
			? `Wie bewerten Sie (Block ${battery})`
			: `How do you rate (block ${battery})`;
		const scale = scaleOf(random, language);
		for (const thing of random.some(THINGS[language], random.whole(2, 5)))
			scaled(thing, scale, question);
	}
	for (const question of random.some(HARMLESS[language], random.whole(0, 2)))
		scaled(question, scaleOf(random, language));
	if (random.chance(0.6))
		add(
			german ? 'Würden Sie uns weiterempfehlen?' : 'Would you recommend us?',
			{ kind: 'nps' },
			fill(responses, (at) => String(at <= 10 ? at : random.whole(0, 10)))
		);
	if (random.chance(0.5))
		add(
			german ? 'Wie kommen Sie zur Arbeit?' : 'How do you get to work?',
			{ kind: 'nominal' },
			answers(random, responses, random.pick(NOMINAL[language]), [])
		);
	if (random.chance(0.5))
		add(
			german ? 'Gibt es Schimmel in Ihrer Wohnung?' : 'Is there mould in your flat?',
			{ kind: 'yes-no' },
			answers(random, responses, german ? ['ja', 'nein'] : ['yes', 'no'], [])
		);
	if (random.chance(0.6)) {
		const question = german ? 'Was stört Sie?' : 'What bothers you?';
		const byNumber = random.chance(0.5);
		random.some(THINGS[language], 3).forEach((option, at) => {
			const style = byNumber ? String(at + 1) : 'X';
			add(
				option,
				{ kind: 'ticks', option },
				fill(responses, (row) => (row === at || random.chance(0.4) ? style : '')),
				question
			);
		});
	}
	if (random.chance(0.5)) add(german ? 'Eingang' : 'Date', ...received(random, responses));
	if (random.chance(0.5))
		add(
			german ? 'Kaltmiete in Euro' : 'Rent in euros',
			{ kind: 'number' },
			fill(responses, () => String(random.whole(300, 999)) + (german ? ',50' : '.50'))
		);
	return { language, responses, columns };
}
