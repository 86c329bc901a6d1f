import { expect, test } from './reading';
import { panelRows, toPanel } from './wizard';
import { say } from './words';
import { chart, openQuartier } from './panels';

test('a day of the calendar says what happened on it, to the pointer and to the keys', async ({
	page
}) => {
	await openQuartier(page);
	await toPanel(page, 'treff-calendar');
	const calendar = chart(page, 'treff-calendar');
	await expect(calendar).toHaveAttribute('data-painted', 'true');
	await calendar.scrollIntoViewIfNeeded();
	const table = await panelRows(page, 'treff-calendar');
	const words = async () => (await calendar.locator('> div').last().innerText()).split('\n');
	// A week stands below the same week of the year before: only both coordinates find the day.
	for (const [year, block] of [
		['2023', 0],
		['2024', 1],
		['2025', 2]
	] as const) {
		const first = new Date(`${year}-01-01T00:00:00Z`);
		// Days since the Monday before the first of January, the eighteenth of June being the 169th.
		const days = ((first.getUTCDay() + 6) % 7) + 168 + (year === '2024' ? 1 : 0);
		const [week, weekday] = [Math.floor(days / 7), days % 7];
		await calendar.hover({
			position: { x: 34 + 15 * (week + 0.5), y: 30 + 131 * block + 15 * (weekday + 0.5) }
		});
		await expect.poll(async () => (await words())[0]).toContain(`18.06.${year}`);
		const row = table.find((one) => Object.values(one)[0] === `18.06.${year}`);
		expect((await words())[1]).toBe(row?.[say('chart_table_value')]);
	}
	await calendar.focus();
	await page.keyboard.press('End');
	const dayFromEnd = (days: number) => String(Object.values(table.at(-1 - days)!)[0]);
	await expect.poll(async () => (await words())[0]).toContain(dayFromEnd(0));
	// Weeks stand beside each other, days below each other.
	await page.keyboard.press('ArrowLeft');
	await expect.poll(async () => (await words())[0]).toContain(dayFromEnd(7));
	await page.keyboard.press('ArrowDown');
	await expect.poll(async () => (await words())[0]).toContain(dayFromEnd(6));
});
