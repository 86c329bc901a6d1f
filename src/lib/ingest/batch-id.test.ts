import { expect, test } from 'vitest';
import { z } from '../domain';
import { batchId } from './batch-id';
import { readText } from './read';
import { utf8 } from './testing';

const { mapping } = readText(utf8('Bogen;Quartier;Zufrieden\n1;Nord;sehr\n2;Nord;eher\n'));

test('the same file, read in the same way, is the same batch, and no other one is', () => {
	const id = batchId('ab', mapping);
	expect(z.uuid().safeParse(id).success).toBe(true);
	const { columns, ...rest } = mapping;
	expect(batchId('ab', { columns, ...rest })).toBe(id);
	const otherwise = mapping.columns.map((column) => ({
		...column,
		evidence: ['declared' as const]
	}));
	expect(batchId('ab', { ...mapping, columns: otherwise })).toBe(id);
	expect(batchId('cd', mapping)).not.toBe(id);
	expect(batchId('ab', { ...mapping, quartierForAll: 'Nord' })).not.toBe(id);
	const [one, other] = ['k1', 'k2'].map((key) => batchId('ab', mapping, key));
	expect(new Set([id, one, other]).size).toBe(3);
});
