/** How many tests a gate ran. */
export type Counts = { passed: number; failed: number; skipped: number };

/** A gate that is one test itself. */
export const single = (passed: boolean): Counts => ({
	passed: passed ? 1 : 0,
	failed: passed ? 0 : 1,
	skipped: 0
});

/** What is read of Vitest's JSON report. */
export type VitestReport = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: { status: string; assertionResults: unknown[] }[];
};

/** What is read of Playwright's JSON report. */
export type PlaywrightReport = {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	errors: unknown[];
};

/** Tests by Vitest. A file that breaks before its first test is a failed one. */
export const fromVitest = (report: VitestReport): Counts => ({
	passed: report.numPassedTests,
	failed:
		report.numFailedTests +
		report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.length)
			.length,
	skipped: report.numPendingTests + report.numTodoTests
});

/** Tests by Playwright. One that passes only on the second try has failed once, and so has the test. */
export const fromPlaywright = ({ stats, errors }: PlaywrightReport): Counts => ({
	passed: stats.expected,
	failed: stats.unexpected + stats.flaky + errors.length,
	skipped: stats.skipped
});

/**
 * The counts of a runner in the light of its end: one that crashed, wrote no report or ran nothing
 * has failed, even where no single test has.
 */
export function judged(counts: Counts | undefined, succeeded: boolean): Counts {
	if (!counts) return single(false);
	const ran = counts.passed + counts.failed > 0;
	return counts.failed === 0 && !(succeeded && ran) ? { ...counts, failed: 1 } : counts;
}

/** All gates together. */
export const sum = (all: Counts[]): Counts =>
	all.reduce(
		(total, one) => ({
			passed: total.passed + one.passed,
			failed: total.failed + one.failed,
			skipped: total.skipped + one.skipped
		}),
		{ passed: 0, failed: 0, skipped: 0 }
	);

/** The line that ends the run: `N passed, N failed`, and what was skipped only where something was. */
export const lastLine = ({ passed, failed, skipped }: Counts): string =>
	`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
