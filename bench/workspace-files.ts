import {
	clockTime,
	putRecord,
	type ClockTime,
	type QuartierEvent,
	type Versioned
} from '../src/lib/domain';
import { confirmedItems, fingerprint, readText } from '../src/lib/ingest';
import { toBase64 } from '../src/lib/domain';
import { newIdentity, recipientOf, wrapIdentity } from '../src/lib/workspace/encryption/age';
import { WORKSPACE } from '../src/lib/workspace/kinds';
import {
	addFile,
	memoryStore,
	storedContent,
	writeWorkspaceFile,
	type Store,
	type WorkspaceContent
} from '../src/lib/workspace/file';
import { waveText } from './bulk-file';

/** Two workspaces of 50 waves; three are in the first one alone, three others in the second one. */
const WAVES = 50;
const APART = 3;
const LAST_YEAR = 2025;
/** With these sheets and items 2 million questions were answered; the others say that there is no answer. */
const SHEETS = 2400;
const ITEMS = 20;

const EVENTS = 100;
/** of which the second workspace says something else, and has as many that are new */
const OTHER_EVENTS = 20;

export const PASSPHRASE = 'Tasse Lampe Fluss Orgel';

/** A workspace and that of a colleague, with their files. */
export type Workspaces = {
	mine: WorkspaceContent;
	theirs: WorkspaceContent;
	files: { mine: Uint8Array<ArrayBuffer>; theirs: Uint8Array<ArrayBuffer> };
};

const fileOf = (year: number): string => `befragung-${year}.csv`;

async function addWave(store: Store, year: number): Promise<void> {
	const bytes = new TextEncoder().encode(waveText(year, SHEETS, ITEMS));
	const recognised = readText(bytes);
	if (recognised.mapping.kind !== 'survey') throw new Error('the wave is not read as a survey');
	const waves = [{ key: '', name: String(year), from: `${year}-01-01`, to: `${year}-06-30` }];
	await addFile(store, {
		...recognised,
		mapping: { ...confirmedItems(recognised.mapping), waves },
		name: fileOf(year),
		size: bytes.length,
		sha256: await fingerprint(bytes),
		created: `${year}-07-01T08:00:00.000Z`
	});
}

const at = (hour: number, who: string): ClockTime =>
	clockTime(Date.UTC(LAST_YEAR, 6, 1, hour), 0, who);

const event = (number: number, title: string): QuartierEvent => ({
	id: `event-${number}`,
	title,
	quartier: null,
	from: `${LAST_YEAR - (number % WAVES)}-05-01`,
	to: null,
	kind: 'other',
	author: 'Müller',
	changed: `${LAST_YEAR}-07-01T08:00:00.000Z`
});

/** Events as they were entered, and as a colleague went on with them. */
function events(): { mine: Map<string, Versioned>; theirs: Map<string, Versioned> } {
	const mine = new Map<string, Versioned>();
	for (let number = 0; number < EVENTS; number++) {
		const record = event(number, `Ereignis ${number}`);
		mine.set(record.id, putRecord(undefined, record, { at: at(8, 'mine'), by: 'Müller' }));
	}
	const theirs = new Map(mine);
	for (let number = EVENTS - OTHER_EVENTS; number < EVENTS + OTHER_EVENTS; number++) {
		const record = event(number, `Anderes Ereignis ${number}`);
		const stamp = { at: at(9, 'theirs'), by: 'Yilmaz' };
		theirs.set(record.id, putRecord(mine.get(record.id), record, stamp));
	}
	return { mine, theirs };
}

/** A workspace with some of the batches of another one. */
function withBatches(content: WorkspaceContent, ids: ReadonlySet<string>): WorkspaceContent {
	const own = <T>(all: ReadonlyMap<string, T>) => new Map([...all].filter(([id]) => ids.has(id)));
	return { ...content, batches: own(content.batches), parts: own(content.parts) };
}

const filesOf = async (mine: WorkspaceContent, theirs: WorkspaceContent) => ({
	mine: await writeWorkspaceFile(mine),
	theirs: await writeWorkspaceFile(theirs)
});

/** Two workspaces of 50 batches and 2 million answers each, which differ by some batches and events. */
export async function makeWorkspaces(): Promise<Workspaces> {
	const store = memoryStore();
	const first = LAST_YEAR - APART - WAVES + 1;
	for (let year = first; year <= LAST_YEAR; year++) await addWave(store, year);
	const { content } = await storedContent(store);
	const ids = [...content.batches.values()]
		.map(({ id, fields }) => ({
			id,
			created: (fields['meta']?.value as { created: string }).created
		}))
		.sort((a, b) => (a.created < b.created ? -1 : 1))
		.map(({ id }) => id);
	const entered = events();
	const part = (batches: string[], own: Map<string, Versioned>): WorkspaceContent => ({
		...withBatches(content, new Set(batches)),
		records: { ...content.records, events: own }
	});
	const mine = part(ids.slice(0, WAVES), entered.mine);
	const theirs = part(ids.slice(-WAVES), entered.theirs);
	return { mine, theirs, files: await filesOf(mine, theirs) };
}

/** The same workspaces, whose files a passphrase opens. */
export async function encryptedWorkspaces({ mine, theirs }: Workspaces): Promise<Workspaces> {
	const identity = await newIdentity();
	const encryption = {
		key: toBase64(await wrapIdentity(identity, PASSPHRASE)),
		recipient: await recipientOf(identity)
	};
	const encrypted = (content: WorkspaceContent): WorkspaceContent => {
		const { workspace } = content.records;
		const stamp = { at: at(8, 'mine'), by: 'Müller' };
		const own = putRecord(workspace.get(WORKSPACE), { id: WORKSPACE, encryption } as never, stamp);
		return { ...content, records: { ...content.records, workspace: new Map([[WORKSPACE, own]]) } };
	};
	const both = { mine: encrypted(mine), theirs: encrypted(theirs) };
	return { ...both, files: await filesOf(both.mine, both.theirs) };
}
