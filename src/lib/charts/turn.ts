/** Resolves in a task of its own, without the delay that browsers put on timers. */
const nextTask = (): Promise<void> =>
	new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});

let last: Promise<void> = Promise.resolve();

/**
 * Does work after all that came before, each piece in a task of its own. A page of charts that are
 * drawn in one go would hold up the keyboard for as long as they take together.
 */
export function inTurn(work: () => void): void {
	last = last.then(nextTask).then(work);
}
