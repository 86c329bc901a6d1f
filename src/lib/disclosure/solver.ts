import type { Highs } from 'highs';

let solver: Promise<Highs> | undefined;

/** The solver of linear programs, fetched when it is first needed: most releases hide nothing. */
export function loadSolver(): Promise<Highs> {
	solver ??= import('highs').then(({ default: load }) => load());
	// Where the network was gone, it is tried again.
	solver.catch(() => (solver = undefined));
	return solver;
}
