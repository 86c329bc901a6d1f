import type { BrowserContext } from '@playwright/test';
import { TwoWindows } from './two-windows';
import { expect, test, type Page } from './watch';

/** Rounds of the sample. */
const SAMPLE = 2;

/** Two windows until it is enough; then all that was said to be done is there, and in the file. */
async function twoWindows(
	context: BrowserContext,
	page: Page,
	seed: number,
	isEnough: (round: number) => boolean
): Promise<void> {
	const windows = new TwoWindows(context, seed);
	await windows.open(page);
	await windows.work(isEnough);
	const saved = await windows.saved();
	for (const event of windows.having('event')) expect(saved).toContain(event);
	const { writers, rounds } = windows;
	expect(writers.held).toBeGreaterThan(rounds);
	test.info().annotations.push({
		type: 'two windows',
		description: `${rounds} rounds, ${writers.held} times writing, ${writers.taken} times taken over`
	});
}

test('two windows write beside each other: one at a time, and both show the same', async ({
	page,
	context
}) => {
	await twoWindows(context, page, 20_260_102, (round) => round > SAMPLE);
});

test('so they do for five minutes @proof', async ({ page, context }) => {
	test.setTimeout(1_200_000);
	// Rounds are begun until then.
	const until = Date.now() + 5 * 60_000;
	await twoWindows(context, page, 20_260_103, () => Date.now() > until);
});
