import { afterAll, describe, expect, test } from 'vitest';
import { referenceCommand } from './reference';
import { folder, problemOf, tidyUp } from './testing';

afterAll(tidyUp);

describe('reference', () => {
	test('a folder without reference values is named', async () => {
		expect(await problemOf(referenceCommand([folder]))).toMatchObject({ code: 'file_unreadable' });
		expect(await problemOf(referenceCommand([]))).toMatchObject({ code: 'usage' });
	});
});
