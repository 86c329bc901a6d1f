import { spawnSync } from 'node:child_process';

/** Milliseconds that svyby of R's survey package takes for shares by 40 groups on a million rows. */
const SCRIPT = `suppressMessages(library(survey)); set.seed(1); n <- 1e6
d <- data.frame(q = sample(40, n, TRUE), y = rbinom(n, 1, .6))
s <- svydesign(id = ~1, weights = ~1, data = d)
cat(1000 * system.time(svyby(~y, ~q, s, svymean))[["elapsed"]])`;

/** The same in R, where it is installed with its package survey; null where it is not. */
export function measureR(): number | null {
	const { status, stdout } = spawnSync('Rscript', ['-e', SCRIPT], { encoding: 'utf8' });
	return status === 0 ? Number(stdout) : null;
}
