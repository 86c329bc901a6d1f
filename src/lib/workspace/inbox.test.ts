import { expect, test } from 'vitest';
import { Inbox } from './inbox';

const all = async (inbox: Inbox<number>): Promise<number[]> => {
	const taken: number[] = [];
	for await (const one of inbox) taken.push(one);
	return taken;
};

test('what was put in comes out in order, whether it waits or is waited for', async () => {
	const inbox = new Inbox<number>();
	inbox.put(1);
	const taken = all(inbox);
	await Promise.resolve();
	inbox.put(2);
	await new Promise((resolve) => setTimeout(resolve));
	inbox.put(3);
	inbox.close();
	expect(await taken).toEqual([1, 2, 3]);
});

test('one that was closed gives what is still in it, and no more', async () => {
	const inbox = new Inbox<number>();
	inbox.put(0);
	inbox.close();
	expect(await all(inbox)).toEqual([0]);
});
