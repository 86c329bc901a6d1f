import { describe, expect, it } from 'vitest';
import type { BatchMeta, Mapping } from '../../ingest';
import type { CheckView, FileView } from '../ingest-client';
import { BEGINNING, isUnderWay, transition, type ImportEvent, type ImportState } from './machine';

const mapping = (kind: Mapping['kind'] = 'survey'): Mapping => ({
	kind,
	tool: 'csv',
	encoding: 'utf-8',
	separator: ';',
	headerRow: 1,
	headerRows: 1,
	columns: [],
	waves: [],
	quartierNames: [],
	success: []
});
const view: FileView = {
	mapping: mapping(),
	sheets: [],
	rows: 3,
	preview: [],
	columns: [],
	sha256: '',
	described: null,
	leftOut: [],
	kindSure: true
};
const check: CheckView = {
	count: 3,
	skipped: 0,
	findings: [],
	spellings: [],
	headlines: [],
	overlaps: []
};
const meta: BatchMeta = {
	format: 2,
	notStored: [],
	id: 'c0a8012e-0000-4000-8000-000000000000',
	kind: 'survey',
	file: { name: 'a.csv', size: 1, sha256: '' },
	sample: false,
	author: '',
	created: '2026-01-01T00:00:00.000Z',
	loaded: 3,
	skipped: 0,
	dropped: []
};
const problem = { code: 'nothing_left', params: {} } as const;
const waves = [{ key: '', name: '2025', from: '2025-01-01', to: '2025-02-01' }];

const after = (...events: ImportEvent[]): ImportState => events.reduce(transition, BEGINNING);
const READ: ImportEvent[] = [{ type: 'read' }, { type: 'recognised', view }];
const COLUMNS: ImportEvent[] = [...READ, { type: 'to-columns' }];
const CHECKS: ImportEvent[] = [
	...COLUMNS,
	{ type: 'to-wave', waves },
	{ type: 'checked', check, mapping: mapping() }
];
const LOADING: ImportEvent[] = [...CHECKS, { type: 'load' }];

describe('the way of a file', () => {
	it('leads from choosing to the end', () => {
		expect(after(...READ).step).toBe('recognised');
		expect(after(...COLUMNS).step).toBe('columns');
		expect(after(...COLUMNS, { type: 'to-wave', waves })).toMatchObject({
			step: 'wave',
			mapping: { waves }
		});
		expect(after(...CHECKS).step).toBe('checks');
		expect(after(...LOADING, { type: 'progress', progress: 'loading' })).toMatchObject({
			step: 'loading',
			progress: 'loading'
		});
		const done = after(...LOADING, { type: 'loaded', meta });
		expect(done).toMatchObject({ step: 'done', undone: false });
		expect(transition(done, { type: 'undone' })).toMatchObject({ undone: true });
	});

	it('goes back one step at a time, and to the columns from wherever they can be changed', () => {
		const back: ImportEvent = { type: 'back' };
		expect(after(...COLUMNS, back).step).toBe('recognised');
		expect(after(...CHECKS, back).step).toBe('columns');
		expect(after(...COLUMNS, { type: 'to-wave', waves }, back).step).toBe('columns');
		expect(after(...CHECKS, { type: 'to-columns' }).step).toBe('columns');
		expect(after(...READ, back).step).toBe('recognised');
	});

	it('begins a batch or a draft at its columns', () => {
		expect(after({ type: 'read' }, { type: 'reopened', view }).step).toBe('columns');
	});

	it('reads once more without leaving the step', () => {
		const busy = after(...READ, { type: 'read' });
		expect(busy).toMatchObject({ step: 'recognised', busy: true });
		expect(transition(busy, { type: 'to-columns' })).toBe(busy);
		expect(transition(busy, { type: 'recognised', view })).toMatchObject({ busy: false });
		expect(transition(busy, { type: 'failed', problem })).toMatchObject({
			step: 'recognised',
			busy: false,
			problem
		});
		expect(transition(busy, { type: 'taken-as-codebook' })).toMatchObject({ busy: false });
	});
});

describe('what goes wrong', () => {
	it('leads back to where something can be done about it', () => {
		const failed: ImportEvent = { type: 'failed', problem };
		expect(after({ type: 'read' }, failed)).toEqual({ step: 'choose', problem });
		expect(after(...COLUMNS, failed)).toMatchObject({ step: 'columns', problem });
		expect(after(...LOADING, failed)).toMatchObject({ step: 'checks', problem, check });
		expect(after({ type: 'read' }, { type: 'taken-as-codebook' })).toEqual(BEGINNING);
	});

	it('is no longer said once the next step is taken', () => {
		const failed: ImportEvent = { type: 'failed', problem };
		expect(after(...COLUMNS, failed, { type: 'to-wave', waves }).problem).toBeNull();
		expect(after(...LOADING, failed, { type: 'load' }).problem).toBeNull();
	});

	it('stops loading when it is cancelled, and nothing else', () => {
		expect(after(...LOADING, { type: 'cancelled' })).toMatchObject({ step: 'checks', check });
		expect(after(...COLUMNS, { type: 'cancelled' }).step).toBe('columns');
	});
});

describe('what comes at the wrong time', () => {
	it.each<[string, ImportEvent[], ImportEvent]>([
		['a file that was given up', [], { type: 'recognised', view }],
		[
			'a check that nobody waits for',
			READ,
			{ type: 'checked', check, mapping: mapping('supportCase') }
		],
		['waves of a file that is loading', LOADING, { type: 'to-wave', waves }],
		['a change while loading', LOADING, { type: 'mapped', mapping: mapping('supportCase') }],
		['loading without a check', COLUMNS, { type: 'load' }],
		['a batch that was never loaded', CHECKS, { type: 'loaded', meta }],
		['another file while one is loading', LOADING, { type: 'read' }],
		['progress of what was cancelled', CHECKS, { type: 'progress', progress: 'loading' }]
	])('changes nothing: %s', (_, events, event) => {
		const state = after(...events);
		expect(transition(state, event)).toBe(state);
	});
});

it('keeps what was said about the columns from step to step', () => {
	const changed = { ...mapping(), quartierForAll: 'Nord' };
	const state = after(...COLUMNS, { type: 'mapped', mapping: changed }, { type: 'to-wave', waves });
	expect(state).toMatchObject({ mapping: { quartierForAll: 'Nord', waves } });
});

it('is under way from the first byte to the last', () => {
	expect([[], READ, COLUMNS, LOADING].map((events) => isUnderWay(after(...events)))).toEqual([
		false,
		true,
		true,
		true
	]);
	expect(isUnderWay(after(...LOADING, { type: 'loaded', meta }))).toBe(false);
});
