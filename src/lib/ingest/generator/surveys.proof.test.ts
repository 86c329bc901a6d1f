import { describe, expect, test } from 'vitest';
import { readFile } from '../read';
import { proofRuns } from '../testing';
import { questionnaire } from './columns';
import { judge } from './judge';
import { Random } from './random';
import { kobotoolbox, type Shape } from './tables';
import { written } from './write';

/** Files that were read wrongly once, by their seeds and the shape that they had. */
const KEPT: readonly [number, Shape][] = [
	[1270, kobotoolbox],
	[1864, kobotoolbox]
];

async function judged(seed: number, shape?: Shape) {
	const random = new Random(seed);
	const asked = questionnaire(random);
	const file = written(asked, random, shape);
	const recognised = await readFile(file.bytes);
	return { shape: file.shape, seed, ...judge(asked, file, recognised) };
}

describe('random surveys in the shapes of the tools', () => {
	const count = proofRuns(60, 2000);

	test(`of ${count}, nothing certain is wrong and nothing personal is kept`, async () => {
		const wrong: string[] = [];
		let [scales, certain] = [0, 0];
		for (let seed = 1; seed <= count; seed++) {
			const found = await judged(seed);
			scales += found.scales;
			certain += found.certain;
			for (const one of found.wrong) wrong.push(`seed ${seed}, ${found.shape}: ${one}`);
		}
		expect(wrong.slice(0, 40), `${wrong.length} in all`).toEqual([]);
		// What is asked too often is no recognition.
		expect(certain / scales).toBeGreaterThan(0.9);
	});

	test.each(KEPT)('seed %i is read rightly', async (seed, shape) => {
		expect((await judged(seed, shape)).wrong).toEqual([]);
	});
});
