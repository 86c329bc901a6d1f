/** Words for children and young people, as they stand in the target groups of offers. */
const YOUNG = /kind|jugend|child|young|youth|teen/i;

/**
 * Target groups that may be children or young people, by their words. A person has to say whether they are:
 * “Mutter und Kind” or “Menschen jeden Alters mit Kindern” read the same.
 */
export const maybeYoung = (targetGroups: readonly string[]): string[] =>
	targetGroups.filter((name) => YOUNG.test(name));
