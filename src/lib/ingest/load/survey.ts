import { INDEX_TOPICS, type Item, type ItemTopic } from '../../domain';
import { toIpc, type TableRows } from '../../engine';
import { answerValues, type SurveyRecords } from '../interpret/survey';
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

/** Items of each topic that were asked in a wave: at least one sheet has an answer. */
function askedItems(records: SurveyRecords): Map<string, number[]> {
	const asked = new Map<string, number[]>();
	records.waves.forEach((_, wave) => {
		const sheets = records.sheets.filter((sheet) => sheet.wave === wave);
		records.items.forEach((item, index) => {
			if (item.scale.kind !== 'ordinal' || !isIndexTopic(item.topic)) return;
			if (!sheets.some((sheet) => !Number.isNaN(sheet.values[index]))) return;
			const key = `${wave} ${item.topic}`;
			asked.set(key, [...(asked.get(key) ?? []), index]);
		});
	});
	return asked;
}

const isIndexTopic = (topic: ItemTopic): boolean =>
	(INDEX_TOPICS as readonly string[]).includes(topic);

/** The mean score (0 to 100) of a topic's answered items, if at least half of them are answered; else null. */
export function topicIndex(scores: readonly number[], asked: number): number | null {
	if (asked === 0 || scores.length === 0 || scores.length < asked / 2) return null;
	return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Answer sheets to rows of `response` and `answer`, topic indices included. */
export function surveyTables(records: SurveyRecords, names: Names, firstId: number): TableRows[] {
	const { sheets } = records;
	const waves = records.waves.map((wave) => names.wave(wave));
	const items = records.items.map((item) => ({ id: names.item(item), ...worthOf(item) }));
	const asked = askedItems(records);

	const quartiere = new Map<string, number>();
	const quartierId = (name: string): number => {
		const id = quartiere.get(name) ?? names.quartier(name);
		quartiere.set(name, id);
		return id;
	};

	const response = {
		id: [] as number[],
		quartier: [] as number[],
		wave: [] as number[],
		profile: [] as number[],
		weight: [] as number[]
	};
	const answer = {
		response: [] as number[],
		quartier: [] as number[],
		wave: [] as number[],
		item: [] as number[],
		profile: [] as number[],
		value: [] as number[],
		top: [] as number[],
		weight: [] as number[]
	};

	sheets.forEach((sheet, position) => {
		const id = firstId + position;
		const quartier = quartierId(sheet.quartier);
		const wave = waves[sheet.wave] ?? 0;
		const profile = names.profileOf(records.dimensions, sheet.groups);
		response.id.push(id);
		response.quartier.push(quartier);
		response.wave.push(wave);
		response.profile.push(profile);
		response.weight.push(sheet.weight);
		const push = (item: number, value: number, top: number) => {
			answer.response.push(id);
			answer.quartier.push(quartier);
			answer.wave.push(wave);
			answer.item.push(item);
			answer.profile.push(profile);
			answer.value.push(value);
			answer.top.push(top);
			answer.weight.push(sheet.weight);
		};
		items.forEach(({ id: item, top }, index) => {
			const value = sheet.values[index] ?? NaN;
			if (!Number.isNaN(value)) push(item, value, top.get(value) ?? 0);
			for (const option of sheet.chosen[index] ?? []) push(item, option, 0);
		});
		for (const topic of INDEX_TOPICS) {
			const members = asked.get(`${sheet.wave} ${topic}`) ?? [];
			const scores = members
				.map((index) => items[index]?.score.get(sheet.values[index] ?? NaN))
				.filter((score) => score !== undefined);
			const value = topicIndex(scores, members.length);
			if (value !== null) push(names.index(topic), value, 0);
		}
	});

	return [
		{
			table: 'response',
			ipc: toIpc({
				id: { type: 'u32', values: Uint32Array.from(response.id) },
				quartier: { type: 'u16', values: Uint16Array.from(response.quartier) },
				wave: { type: 'u16', values: Uint16Array.from(response.wave) },
				profile: { type: 'u32', values: Uint32Array.from(response.profile) },
				weight: { type: 'f64', values: Float64Array.from(response.weight) }
			})
		},
		{
			table: 'answer',
			ipc: toIpc({
				response: { type: 'u32', values: Uint32Array.from(answer.response) },
				quartier: { type: 'u16', values: Uint16Array.from(answer.quartier) },
				wave: { type: 'u16', values: Uint16Array.from(answer.wave) },
				item: { type: 'u16', values: Uint16Array.from(answer.item) },
				profile: { type: 'u32', values: Uint32Array.from(answer.profile) },
				value: { type: 'f64', values: Float64Array.from(answer.value) },
				top: { type: 'u8', values: Uint8Array.from(answer.top) },
				weight: { type: 'f64', values: Float64Array.from(answer.weight) }
			})
		}
	];
}
