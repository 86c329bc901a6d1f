import type { QuartierEvent } from '../domain';
import {
	eventsSchema,
	mapSchema,
	notesSchema,
	viewsSchema,
	withEvent,
	type Note,
	type QuartierMap,
	type View
} from '../steering';
import { readJson } from './batches';
import { readRecords, writeRecords } from './records';
import type { Store } from './store';

/** What people wrote down and decided, beside the files: each kind is kept as a whole. */
export class Written {
	events = $state.raw<QuartierEvent[]>([]);
	notes = $state.raw<Note[]>([]);
	views = $state.raw<View[]>([]);
	/** outlines of the Quartiere, where the user has loaded some */
	map = $state.raw<QuartierMap | null>(null);
	/** how many events, notes and views could not be read; their files stay as they were */
	unreadable = $state(0);

	/** @param write does work while no other window writes, and tells the others */
	constructor(
		private readonly store: Store,
		private readonly write: (work: () => Promise<void>) => Promise<void>
	) {}

	/** Reads all there is. */
	async read(): Promise<void> {
		const [events, notes, views, map] = await Promise.all([
			readRecords(this.store, 'events', eventsSchema),
			readRecords(this.store, 'notes', notesSchema),
			readRecords(this.store, 'views', viewsSchema),
			readJson(this.store, 'records', 'map', (value) => mapSchema.parse(value))
		]);
		[this.events, this.notes, this.views] = [events.records, notes.records, views.records];
		this.map = map;
		this.unreadable = events.unreadable + notes.unreadable + views.unreadable;
	}

	/** Keeps all events there are now. @throws ProblemError `other_tab` */
	saveEvents(events: QuartierEvent[]): Promise<void> {
		return this.#keep('events', events, () => (this.events = events));
	}

	/** Keeps events beside those that are there. @throws ProblemError `other_tab` */
	addEvents(events: readonly QuartierEvent[]): Promise<void> {
		return this.saveEvents(events.reduce<QuartierEvent[]>(withEvent, this.events));
	}

	/** Keeps all notes there are now. @throws ProblemError `other_tab` */
	saveNotes(notes: Note[]): Promise<void> {
		return this.#keep('notes', notes, () => (this.notes = notes));
	}

	/** Keeps all views there are now. @throws ProblemError `other_tab` */
	saveViews(views: View[]): Promise<void> {
		return this.#keep('views', views, () => (this.views = views));
	}

	/** Keeps a map in the place of the one there was; null takes it away. @throws ProblemError `other_tab` */
	saveMap(map: QuartierMap | null): Promise<void> {
		return this.write(async () => {
			if (map) await writeRecords(this.store, 'map', map);
			else await this.store.remove('records', 'map');
			this.map = map;
		});
	}

	/** Shows records once they are on disk. */
	#keep(name: string, records: unknown, show: () => void): Promise<void> {
		return this.write(async () => {
			await writeRecords(this.store, name, records);
			show();
		});
	}
}
