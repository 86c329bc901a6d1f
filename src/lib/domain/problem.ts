/** Where in a file something is wrong: row as the spreadsheet counts it (the heading is row 1), column by heading. */
export type SourceLocation = { file?: string; row?: number; column?: string };

/** An error as a value. Its sentence, which says what is wrong and what to do, is `problem_<code>` in `messages/`. */
export type Problem = {
	code: string;
	params: Record<string, string | number>;
	place?: SourceLocation;
};

/**
 * Carries a problem where a value cannot be returned. The message is the problem as JSON: of an error
 * that comes from a worker only its name and its message arrive.
 */
export class ProblemError extends Error {
	override name = 'ProblemError';
	constructor(readonly problem: Problem) {
		super(JSON.stringify(problem));
	}
}

/** Throws a problem. */
export function fail(code: string, params: Problem['params'] = {}, place?: SourceLocation): never {
	throw new ProblemError(place ? { code, params, place } : { code, params });
}

/** Does work on a file and names the file in what goes wrong with it. */
export async function inFile<T>(file: string, work: () => T | Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof ProblemError)) throw error;
		const { code, params, place } = error.problem;
		throw new ProblemError({ code, params, place: { file, ...place } });
	}
}
