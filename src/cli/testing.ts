import { appendRows, type Engine } from '$lib/engine';

type Node = { openNodeEngine: () => Promise<Engine> };

let shared: Promise<Engine> | undefined;

/**
 * Starting the engine takes longer than all the rest: one serves every command of a test file, emptied
 * each time, and stays open when a command closes it.
 */
export const oneEngine = ({ openNodeEngine }: Node): Node => ({
	openNodeEngine: async () => {
		const engine = await (shared ??= openNodeEngine());
		await appendRows(engine, [], { replace: true });
		return new Proxy(engine, {
			get: (target, name): unknown =>
				name === 'close' ? async () => undefined : Reflect.get(target, name)
		});
	}
});

export const closeEngine = async (): Promise<void> => (await shared)?.close();
