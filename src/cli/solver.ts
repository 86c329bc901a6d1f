import type { Highs } from 'highs';

/** The solver of linear programs, which finds its own program beside its code. */
export const loadSolver = async (): Promise<Highs> => (await import('highs')).default();
