import { expect, it } from 'vitest';
import { fromPlaywright, fromVitest, judged, lastLine, single, sum } from './counts';

const vitest = {
	numPassedTests: 5,
	numFailedTests: 1,
	numPendingTests: 2,
	numTodoTests: 1,
	testResults: [
		{ status: 'passed', assertionResults: [{}] },
		{ status: 'failed', assertionResults: [{}] },
		{ status: 'failed', assertionResults: [] }
	]
};

it('counts a file that breaks before its first test as failed', () => {
	expect(fromVitest(vitest)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

it('counts flaky tests and errors outside tests as failed', () => {
	const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
	expect(fromPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
});

it('takes a runner without report, without tests or with a bad end as failed', () => {
	const good = { passed: 3, failed: 0, skipped: 1 };
	expect(judged(undefined, true)).toEqual(single(false));
	expect(judged({ passed: 0, failed: 0, skipped: 4 }, true).failed).toBe(1);
	expect(judged(good, false)).toEqual({ ...good, failed: 1 });
	expect(judged(good, true)).toEqual(good);
	expect(judged({ ...good, failed: 2 }, false).failed).toBe(2);
});

it('ends with one line, which names skipped tests only where there are some', () => {
	const all = sum([single(true), single(false), { passed: 3, failed: 0, skipped: 0 }]);
	expect(lastLine(all)).toBe('4 passed, 1 failed');
	expect(lastLine({ ...all, skipped: 2 })).toBe('4 passed, 1 failed, 2 skipped');
});
