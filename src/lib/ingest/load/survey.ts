import { INDEX_TOPICS, isSettled, type IndexTopic, type Item } from '../../domain';
import { toIpc, type TableRows } from '../../engine';
import { answerValues, type SurveyRecords } from '../interpret/survey';
import { AnswerRows } from './answers';
import { clustersOf, designTables, lateOf } from './designs';
import type { Names } from './names';

/** What an item's answers are worth beside their value: in the top box or not, and 0 to 100 on the way to an index. */
type Worth = { top: Map<number, number>; score: Map<number, number> };

function worthOf(item: Item): Worth {
	const { labels, topBox, kind } = item.scale;
	const top = new Map<number, number>();
	const score = new Map<number, number>();
	const value = answerValues(item);
	labels.forEach((label, index) => {
		const worth = value(label) ?? NaN;
		top.set(worth, topBox.includes(label) ? 1 : 0);
		if (kind === 'ordinal' && labels.length > 1)
			score.set(worth, (100 * index) / (labels.length - 1));
	});
	return { top, score };
}

/** Settled items of each topic that were asked in a wave: at least one response has an answer. */
function askedItems({ items, responses, waves }: SurveyRecords): Map<IndexTopic, number[][]> {
	const answered = waves.map(() => new Uint8Array(items.length));
	items.forEach(({ values }, item) =>
		responses.forEach(({ wave }, place) => {
			if (!Number.isNaN(values[place])) answered[wave]![item] = 1;
		})
	);
	const members = (topic: IndexTopic, wave: Uint8Array) =>
		[...items.keys()].filter(
			(index) =>
				items[index]?.item.scale.kind === 'ordinal' &&
				isSettled(items[index].item.scale) &&
				items[index].item.topic === topic &&
				wave[index] === 1
		);
	return new Map(
		INDEX_TOPICS.map((topic) => [topic, answered.map((wave) => members(topic, wave))])
	);
}

/** The mean score (0 to 100) of a topic's answered items, if at least half of them are answered; else NaN. */
export function topicIndex(
	place: number,
	members: readonly number[],
	values: readonly Float64Array[],
	scores: readonly ReadonlyMap<number, number>[]
): number {
	let [sum, answered] = [0, 0];
	for (const item of members) {
		const score = scores[item]?.get(values[item]![place]!);
		if (score === undefined) continue;
		sum += score;
		answered++;
	}
	return answered === 0 || answered < members.length / 2 ? NaN : sum / answered;
}

/** The responses in the order in which answers lie: by Quartier, wave and number. */
function inOrder(quartier: Uint16Array, wave: Uint16Array): Uint32Array {
	const key = (row: number) => quartier[row]! * 65_536 + wave[row]!;
	return Uint32Array.from(quartier.keys()).sort((a, b) => key(a) - key(b) || a - b);
}

/** The number of each response's profile; people with the same groups are looked up once. */
function profilesOf({ responses, dimensions }: SurveyRecords, names: Names): Uint32Array {
	const known = new Map<string, number>();
	return Uint32Array.from(responses, ({ groups }) => {
		const key = JSON.stringify(groups);
		const profile = known.get(key) ?? names.profileOf(dimensions, groups);
		known.set(key, profile);
		return profile;
	});
}

/** Something that responses answer, with its number: an item or an index. */
type Answered = { id: number; write: (place: number, to: AnswerRows) => void };

function itemsToWrite(records: SurveyRecords, waves: readonly number[], names: Names): Answered[] {
	const items = records.items.map((one): Answered & { worth: Worth } => {
		const { item, continues, values, chosen } = one;
		const id = names.item(item, continues);
		if (continues !== undefined) names.wording(id, waves, item.text);
		const worth = worthOf(item);
		const { top } = worth;
		return {
			id,
			worth,
			write(place, to) {
				const value = values[place]!;
				if (Number.isNaN(value)) return;
				to.push(place, value, top.get(value) ?? 0);
				if (chosen) for (const option of chosen[place] ?? []) to.push(place, option, 0);
			}
		};
	});
	const scores = items.map(({ worth }) => worth.score);
	const values = records.items.map((one) => one.values);
	const indices = [...askedItems(records)].flatMap(([topic, members]): Answered[] =>
		members.every((own) => own.length === 0)
			? []
			: [
					{
						id: names.index(topic),
						write(place, to) {
							const own = members[records.responses[place]?.wave ?? 0] ?? [];
							const value = topicIndex(place, own, values, scores);
							if (!Number.isNaN(value)) to.push(place, value, 0);
						}
					}
				]
	);
	return [...items, ...indices].sort((a, b) => a.id - b.id);
}

/** responses to rows of `response` and of `answer` as these lie in the table, topic indices included. */
export function surveyTables(
	records: SurveyRecords,
	names: Names,
	firstId: number,
	take: (rows: TableRows) => void
): void {
	const { responses } = records;
	const waves = records.waves.map((wave) => names.wave(wave));
	const quartiere = new Map<string, number>();
	for (const { quartier } of responses) {
		if (!quartiere.has(quartier)) quartiere.set(quartier, names.quartier(quartier));
	}
	const response = {
		id: new Uint32Array(responses.length).map((_, at) => firstId + at),
		quartier: Uint16Array.from(responses.map(({ quartier }) => quartiere.get(quartier) ?? 0)),
		wave: Uint16Array.from(responses.map(({ wave }) => waves[wave] ?? 0)),
		profile: profilesOf(records, names),
		weight: Float64Array.from(responses.map(({ weight }) => weight)),
		cluster: clustersOf(records, firstId)
	};
	const late = lateOf(records);
	designTables(records, waves, quartiere, names).forEach(take);
	const items = itemsToWrite(records, waves, names);
	const order = inOrder(response.quartier, response.wave);
	const answers = new AnswerRows(response, take);
	for (let from = 0; from < order.length;) {
		const [quartier, wave] = [response.quartier[order[from]!], response.wave[order[from]!]];
		let to = from;
		while (
			to < order.length &&
			response.quartier[order[to]!] === quartier &&
			response.wave[order[to]!] === wave
		)
			to++;
		for (const { id, write } of items) {
			answers.item = id;
			for (let at = from; at < to; at++) write(order[at]!, answers);
		}
		from = to;
	}
	answers.flush();
	const open = records.texts.flatMap(({ question, answers: texts }) =>
		texts.flatMap((text, place) => (text === '' ? [] : [{ question, text, place }]))
	);
	if (open.length > 0)
		take({
			table: 'open_answer',
			ipc: toIpc({
				response: {
					type: 'u32',
					values: Uint32Array.from(open, ({ place }) => response.id[place]!)
				},
				question: { type: 'text', values: open.map(({ question }) => question) },
				text: { type: 'text', values: open.map(({ text }) => text) }
			})
		});
	take({
		table: 'response',
		ipc: toIpc({
			id: { type: 'u32', values: order.map((at) => response.id[at]!) },
			quartier: { type: 'u16', values: Uint16Array.from(order, (at) => response.quartier[at]!) },
			wave: { type: 'u16', values: Uint16Array.from(order, (at) => response.wave[at]!) },
			profile: { type: 'u32', values: order.map((at) => response.profile[at]!) },
			weight: { type: 'f64', values: Float64Array.from(order, (at) => response.weight[at]!) },
			cluster: { type: 'u32', values: order.map((at) => response.cluster[at]!) },
			late: { type: 'boolean', values: Array.from(order, (at) => late[at] ?? null) }
		})
	});
}
