import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './scripts/browser';

/** Not the port of `npm start`, so that tests and a running app do not meet. */
const PORT = Number(process.env['PORT'] ?? 4273);

export default defineConfig({
	testDir: 'tests',
	outputDir: 'test-results',
	snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
	workers: 2,
	retries: 0,
	// The machine may be busy: nothing is a matter of time.
	timeout: 300_000,
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	reporter: 'list',
	use: {
		baseURL: `http://127.0.0.1:${PORT}/`,
		locale: 'de-DE',
		timezoneId: 'Europe/Berlin',
		// What is kept for work without a network is fetched where that is tested, and holds up no other test.
		serviceWorkers: 'block',
		// What cannot be pressed within two minutes will not be: a test says so at once.
		actionTimeout: 120_000,
		// A trace takes a third of the time of each test; where one is wanted: `--trace on`.
		screenshot: 'only-on-failure'
	},
	projects: [
		{
			name: 'chromium',
			use: { ...devices['Desktop Chrome'], launchOptions: launchOptions() }
		}
	],
	webServer: {
		command: 'npx tsx scripts/serve.ts',
		env: { PORT: String(PORT) },
		url: `http://127.0.0.1:${PORT}/`,
		reuseExistingServer: !process.env['CI']
	}
});
