import { expect, test } from 'vitest';
import { column, read } from '../../testing';

const TEXT = [
	'CASE\tSERIAL\tREF\tQUESTNNR\tMODE\tSTARTED\tZU01_01\tZU01_02\tTIME001\tTIME_SUM\tLASTDATA\tFINISHED\tLASTPAGE\tMISSING\tMISSREL',
	...[1, 2, 3, 4, 5, -9, -1].map(
		(value, at) =>
			`${at + 1}\t"S${at}"\t"r"\t"base"\t"interview"\t"2025-03-04 10:00:00"\t${value}\t${5 - at > 0 ? 5 - at : 1}\t12\t99\t"2025-03-04 10:05:00"\t1\t5\t0\t0`
	)
].join('\n');

test('codes as headings, −9 and −1 as no answer', () => {
	const recognised = read(TEXT);
	expect(recognised.mapping).toMatchObject({ tool: 'soscisurvey', kind: 'survey' });
	const { item } = column(recognised, 'ZU01_01');
	expect(item).toMatchObject({ code: 'ZU01_01', group: 'ZU01' });
	expect(item?.scale.labels).toEqual(['1', '2', '3', '4', '5']);
	expect(item?.scale.nonSubstantive.toSorted()).toEqual(['-1', '-9']);
});

test('its own columns; what belongs to an address is dropped', () => {
	const recognised = read(TEXT);
	const role = (heading: string) => column(recognised, heading).role;
	expect(['CASE', 'LASTDATA', 'TIME001', 'TIME_SUM', 'QUESTNNR', 'LASTPAGE'].map(role)).toEqual([
		'id',
		'date',
		'timing',
		'timing',
		'ignored',
		'ignored'
	]);
	expect(['SERIAL', 'REF'].map((name) => column(recognised, name).dropped)).toEqual([
		'token',
		'token'
	]);
});
