import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fail } from '$lib/domain';

/** The arguments of a command. @throws ProblemError `unknown_option` */
export function argumentsBy<Config extends ParseArgsConfig>(config: Config) {
	try {
		return parseArgs(config);
	} catch (error) {
		// Node says it in English, with a hint of several lines; the option stands in quotes.
		const text = String(error instanceof Error ? error.message : error);
		const option = /'(-[^'\s]*)/.exec(text)?.[1] ?? text.split(/[.\n]/)[0] ?? '';
		return fail('unknown_option', { option });
	}
}

/** The parts of lists with commas, of which there may be several. */
export const list = (values: string[] | undefined): string[] =>
	(values ?? [])
		.flatMap((value) => value.split(','))
		.map((value) => value.trim())
		.filter((value) => value !== '');

/** A condition such as `Quartier=Nord`. @throws ProblemError `bad_where` */
export function condition(where: string): { column: string; value: string } {
	const equals = where.indexOf('=');
	if (equals < 1) fail('bad_where', { where });
	return { column: where.slice(0, equals).trim(), value: where.slice(equals + 1).trim() };
}
