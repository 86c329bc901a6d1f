import { ProblemError, type Problem } from '$lib/domain';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { problemOf, sentence } from '$lib/words';
import { describeCommand, DESCRIBE_USAGE } from './describe';
import { evaluateCommand } from './evaluate';
import { EVALUATE_WORKSPACE_USAGE } from './evaluate-workspace';
import { EVALUATE_USAGE } from './options';
import { PROTECT_USAGE, protectCommand } from './protect';
import { REFERENCE_USAGE, referenceCommand } from './reference';
import { WORKSPACE_USAGE, workspaceCommand } from './workspace';

const USAGES = [
	DESCRIBE_USAGE,
	EVALUATE_USAGE,
	EVALUATE_WORKSPACE_USAGE,
	PROTECT_USAGE,
	REFERENCE_USAGE,
	WORKSPACE_USAGE
];

/** What is to be known beside the answer. */
const tell = (problem: Problem): void => void process.stderr.write(`${sentence(problem)}\n`);

const COMMANDS: Record<string, (args: string[]) => Promise<string>> = {
	describe: (args) => describeCommand(args, tell),
	evaluate: (args) => evaluateCommand(args, tell),
	protect: protectCommand,
	reference: referenceCommand,
	workspace: (args) => workspaceCommand(args, tell)
};

overwriteGetLocale(() =>
	/^en/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'en' : 'de'
);

async function run([name, ...args]: string[]): Promise<void> {
	try {
		if ([name, ...args].some((one) => one === '--help' || one === '-h')) {
			process.stdout.write(`${USAGES.join('\n')}\n`);
			return;
		}
		if (name === undefined)
			throw new ProblemError({ code: 'usage', params: { usage: USAGES.join(' | ') } });
		const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
		if (!command)
			throw new ProblemError({
				code: 'unknown_command',
				params: { command: name, commands: Object.keys(COMMANDS).join(', ') }
			});
		process.stdout.write(`${await command(args)}\n`);
	} catch (error) {
		const problem: Problem = problemOf(error);
		process.stderr.write(`${sentence(problem)}\n`);
		process.exitCode = 2;
	}
}

await run(process.argv.slice(2));
