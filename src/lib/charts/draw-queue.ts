import { nextTask } from '../domain';

/** Milliseconds after which no further piece is begun in a task: with the last one it stays below 50. */
const SLICE = 25;

/** Resolves when the browser has painted what was drawn until now. */
const painted = (): Promise<void> =>
	new Promise((resolve) => requestAnimationFrame(() => void nextTask().then(resolve)));

const inView: (() => void)[] = [];
const outOfView: (() => void)[] = [];
let working = false;

async function workOff(): Promise<void> {
	working = true;
	while (inView.length + outOfView.length > 0) {
		// What nobody sees waits until the rest is on the screen.
		await (inView.length > 0 ? nextTask() : painted());
		const start = performance.now();
		const pieces = inView.length > 0 ? inView : outOfView;
		do {
			try {
				pieces.shift()?.();
			} catch (error) {
				// One that fails is reported and does not take the others with it.
				reportError(error);
			}
		} while (pieces.length > 0 && performance.now() - start < SLICE);
	}
	working = false;
}

/**
 * Does work after all that came before, a few pieces to a task, and what is out of view last. A page
 * of charts that are drawn in one go would hold up the keyboard for as long as they take together;
 * one to a task would make the browser lay out the page as often.
 */
export function enqueueDrawing(work: () => void, seen: boolean): void {
	(seen ? inView : outOfView).push(work);
	if (!working) void workOff();
}
