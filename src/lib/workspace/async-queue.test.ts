import { expect, test } from 'vitest';
import { AsyncQueue } from './async-queue';

const all = async (queue: AsyncQueue<number>): Promise<number[]> => {
	const taken: number[] = [];
	for await (const one of queue) taken.push(one);
	return taken;
};

test('what was put in comes out in order, whether it waits or is waited for', async () => {
	const queue = new AsyncQueue<number>();
	queue.put(1);
	const taken = all(queue);
	await Promise.resolve();
	queue.put(2);
	await new Promise((resolve) => setTimeout(resolve));
	queue.put(3);
	queue.close();
	expect(await taken).toEqual([1, 2, 3]);
});

test('one that was closed gives what is still in it, and no more', async () => {
	const queue = new AsyncQueue<number>();
	queue.put(0);
	queue.close();
	expect(await all(queue)).toEqual([0]);
});
