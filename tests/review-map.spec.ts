import { go } from './go';
import { expect, test } from './watch';
import { loadSample, press } from './wizard';
import { say } from './words';
import { panel } from './panels';

test('a map is loaded, refused with a reason, and taken away', async ({ page }) => {
	await loadSample(page);
	await expect(panel(page, 'map').locator('.chart[data-painted="true"]')).toBeVisible();
	await go(page, '/daten');
	const input = page.locator('input[accept*="geojson"]');
	const file = (text: string) => ({
		name: 'karte.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(text)
	});
	await input.setInputFiles(file('Quartier;x;y'));
	await expect(page.getByRole('alert')).toContainText('„karte.geojson“ ist kein GeoJSON');
	await press(page, say('map_remove'));
	await expect(page.getByText(say('map_choose'))).toBeVisible();
	await page.goto('/');
	await expect(panel(page, 'news')).toBeVisible();
	await expect(panel(page, 'map')).toHaveCount(0);
});
