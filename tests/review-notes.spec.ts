import { expect, test } from './watch';
import { toPanel } from './wizard';
import { say } from './words';
import { openQuartier, panel } from './panels';

test('notes are written at a panel, edited, settled, taken back, and stay', async ({ page }) => {
	await openQuartier(page);
	await (await toPanel(page, 'topics')).getByRole('button', { name: /^Notizen/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(say('note_kind')).selectOption('question');
	await dialog.getByLabel(say('note_author')).fill('Erika');
	await dialog.getByLabel(say('note_text')).fill('Woran liegt <b>das</b>?');
	await dialog.getByRole('button', { name: say('note_add') }).click();
	await expect(dialog.getByRole('status')).toContainText(say('note_written'));
	await page.keyboard.press('Escape');
	await expect(panel(page, 'topics').locator('.count')).toHaveText('1');

	const notes = page.locator('#notes');
	await expect(notes.getByRole('listitem')).toContainText('Woran liegt <b>das</b>?');
	await expect(notes.getByRole('listitem')).toContainText('Erika');
	await notes.getByRole('button', { name: say('note_edit') }).click();
	await notes.getByLabel(say('note_text')).fill('Nachfragen beim Hausmeister');
	await notes.getByRole('button', { name: say('note_save') }).click();
	await expect(notes.getByRole('listitem')).toContainText('Nachfragen beim Hausmeister');
	await notes.getByRole('button', { name: say('note_settle'), exact: true }).click();
	await expect(panel(page, 'topics').locator('.count')).toHaveCount(0);
	await notes.getByRole('button', { name: say('note_undo') }).click();
	await expect(panel(page, 'topics').locator('.count')).toHaveText('1');
	await notes.getByRole('button', { name: say('note_remove') }).click();
	await expect(notes).toContainText(say('note_none'));
	await notes.getByRole('button', { name: say('note_undo') }).click();
	await expect(notes.getByRole('listitem')).toContainText('Nachfragen beim Hausmeister');

	await page.goto('/notizen');
	await expect(page.getByRole('listitem').filter({ hasText: 'Hausmeister' })).toBeVisible();
	await expect(
		page.getByText(say('notes_open', { kind: say('note_kind_question'), n: 1 }))
	).toBeVisible();
});
