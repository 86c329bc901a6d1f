import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type * as Lexicon from './lexicon';
import { saysNothing } from './missing';
import type * as Grammar from './recognise';
import { orderOf, recogniseScale } from './recognise';

const SHARED = join(process.cwd(), '..', 'shared', 'fixtures', 'scales');

const rowsOf = (path: string | URL): string[][] =>
	readFileSync(path, 'utf8')
		.trim()
		.split('\n')
		.map((line) => line.split('\t'));

const pointsOf = (cell = ''): string[] => cell.split(' | ').map((label) => label.trim());

/** Another order, the same each time: no recognition may live on the order in which answers come. */
const mixed = (labels: readonly string[]): string[] =>
	labels
		.map((label, at) => [label, (at * 7 + 3) % 11] as const)
		.toSorted((a, b) => a[1] - b[1])
		.map(([label]) => label);

type Known = { id: string; labels: string[]; nonSubstantive: string[] };

/** How scales are read: right and certain, wrong though certain, asked, or not seen as a scale. */
function read(scales: readonly Known[], recognise = recogniseScale) {
	const read = {
		certain: [] as string[],
		wrong: [] as string[],
		asked: [] as string[],
		missed: [] as string[]
	};
	for (const { id, labels, nonSubstantive } of scales) {
		const found = recognise('Frage', mixed([...labels, ...nonSubstantive]));
		const said = found?.scale.labels.filter((label) => labels.includes(label)) ?? [];
		const right = said.join('|') === labels.join('|');
		if (found?.scale.kind !== 'ordinal' && found?.scale.kind !== 'yes-no') read.missed.push(id);
		else if (!found.certain) read.asked.push(id);
		else if (right) read.certain.push(id);
		else read.wrong.push(id);
	}
	return read;
}

/** The grammar with some of the words of its lexicon only; words such as "ich" and "mit" belong to any language. */
async function grammarOf(known: ReadonlySet<string>): Promise<typeof Grammar> {
	vi.resetModules();
	vi.doMock('./lexicon', async (original) => {
		const lexicon = await original<typeof Lexicon>();
		const phraseAt: typeof Lexicon.phraseAt = (words, start) => {
			for (let end = words.length; end > start; end--) {
				const found = lexicon.phraseAt(words.slice(0, end), start);
				if (!found) return null;
				if (found.meaning.kind === 'filler' || known.has(found.phrase)) return found;
				end = start + found.length;
			}
			return null;
		};
		return { ...lexicon, phraseAt };
	});
	const grammar = await import('./recognise');
	vi.doUnmock('./lexicon');
	return grammar;
}

describe('scales of our own, written before the grammar', () => {
	const rows = rowsOf(new URL('./fixtures/scales.tsv', import.meta.url));
	const scales = rows.map(([, labels], at) => ({
		id: `${at + 1}: ${labels}`,
		labels: pointsOf(labels),
		nonSubstantive: []
	}));

	test('nearly all are certain and right, none is certain and wrong', () => {
		const { certain, wrong, missed } = read(scales);
		expect(wrong).toEqual([]);
		expect(missed.length).toBeLessThanOrEqual(scales.length * 0.03);
		expect(certain.length).toBeGreaterThanOrEqual(scales.length * 0.95);
	});

	test.each(rows.map(([settled, labels]) => ({ settled, labels })))(
		'$settled: $labels',
		({ settled, labels }) => {
			const found = recogniseScale('Frage', mixed(pointsOf(labels)));
			if (found?.certain) expect(found.scale.settled).toBe(settled === 'settled');
		}
	);
});

test('sets without an order are never certain', () => {
	for (const [labels] of rowsOf(new URL('./fixtures/nominal.tsv', import.meta.url))) {
		const found = recogniseScale('Frage', pointsOf(labels));
		expect([labels, found?.certain === true && found.scale.kind === 'ordinal']).toEqual([
			labels,
			false
		]);
	}
});

describe.skipIf(!existsSync(SHARED))('scales that surveys really use', () => {
	const [, ...rows] = existsSync(SHARED) ? rowsOf(join(SHARED, 'scales-open.tsv')) : [];
	const scales = rows.map(([id = '', , , , labels, , nonSubstantive]) => ({
		id,
		labels: pointsOf(labels),
		nonSubstantive: pointsOf(nonSubstantive).filter((label) => saysNothing(label))
	}));

	test('each is ordered rightly or asked, none is certain and wrong, at most 3 % are missed', () => {
		const { certain, wrong, missed } = read(scales);
		expect(wrong).toEqual([]);
		expect(missed.length).toBeLessThanOrEqual(scales.length * 0.03);
		expect(certain.length).toBeGreaterThanOrEqual(scales.length * 0.85);
	});

	test('a grammar without the words that a tenth alone has reads that tenth as well', async () => {
		const phrasesOf = scales.map(({ labels }) => orderOf(labels)?.phrases ?? []);
		const all = { certain: [] as string[], wrong: [] as string[] };
		for (let tenth = 0; tenth < 10; tenth++) {
			const others = new Set(phrasesOf.filter((_, at) => at % 10 !== tenth).flat());
			const { recogniseScale: recognise } = await grammarOf(others);
			const { certain, wrong } = read(
				scales.filter((_, at) => at % 10 === tenth),
				recognise
			);
			all.certain.push(...certain);
			all.wrong.push(...wrong);
		}
		expect(all.wrong).toEqual([]);
		expect(all.certain.length / scales.length).toBeGreaterThan(0.7);
	}, 60_000);

	test('what decides the good end is never against what people say of it', () => {
		const low = rows.filter(([, , , , , goodEnd]) => goodEnd !== 'high');
		const settled = low.filter(
			([, , , , labels]) => recogniseScale('Frage', pointsOf(labels))?.scale.settled
		);
		expect(settled.map(([id, , , , labels]) => `${id} ${labels}`)).toEqual([]);
	});

	test('sets that look ordered and are not are never certain', () => {
		const [, ...sets] = rowsOf(join(SHARED, 'nominal-open.tsv'));
		const certain = sets.filter(([, , , , labels]) => {
			const found = recogniseScale('Frage', mixed(pointsOf(labels)));
			return found?.certain === true && found.scale.kind !== 'nominal';
		});
		expect(certain.map(([id]) => id)).toEqual([]);
	});

	test('words of no answer', () => {
		const [, ...words] = rowsOf(join(SHARED, 'missing.tsv'));
		const labels = words.map(([, label = '']) => label).filter((label) => !/^-?\d+$/.test(label));
		const known = labels.filter(saysNothing);
		expect(known.length / labels.length).toBeGreaterThan(0.8);
		for (const { labels: points } of scales)
			if (!points.some((point) => /trifft|kenne/i.test(point)))
				expect(points.filter(saysNothing)).toEqual([]);
	});
});
