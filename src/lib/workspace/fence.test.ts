import { expect, test } from 'vitest';
import { Fence } from './fence';
import { memoryStore } from './store';

const TAKEN = { problem: { code: 'taken_over' } };

test('whoever writes may go on until another one takes over, and begins anew after that', async () => {
	const store = memoryStore();
	const [sleeper, other] = [new Fence(store), new Fence(store)];
	await sleeper.guarded(async () => {
		await sleeper.check();
		await other.raise();
		await expect(sleeper.check()).rejects.toMatchObject(TAKEN);
		await other.guarded(() => other.check());
	});
	await sleeper.guarded(() => sleeper.check());
});

test('work within work has the number of the first, and without any nothing is asked', async () => {
	const store = memoryStore();
	const fence = new Fence(store);
	await fence.check();
	await fence.guarded(async () => {
		await new Fence(store).raise();
		await fence.guarded(() => expect(fence.check()).rejects.toMatchObject(TAKEN));
	});
	expect(fence.mine).toBeNull();
	await fence.check();
});

test('work that ends while it is asked is not taken for one that was taken over', async () => {
	const fence = new Fence(memoryStore());
	let asked: Promise<void> = Promise.resolve();
	await fence.guarded(async () => {
		asked = fence.check();
	});
	await asked;
});

test('a worker that writes for a window has the number of that', async () => {
	const store = memoryStore();
	const worker = new Fence(store, 0);
	await worker.check();
	await new Fence(store).raise();
	await expect(worker.check()).rejects.toMatchObject(TAKEN);
});
