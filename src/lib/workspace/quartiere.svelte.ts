import {
	quartierAt,
	quartiereAt,
	type Inventory,
	type QuartierEvent,
	type QuartierMap
} from '../domain';
import type { Groups } from './groups.svelte';
import type { Records } from './records.svelte';

/** The Quartiere of a workspace, by whatever name they are asked for, and what was written down about them. */
export abstract class Quartiere {
	abstract readonly groups: Groups;
	abstract readonly records: Records;

	/** What can be asked about: sensitive groups only where somebody switched them on. */
	get inventory(): Inventory {
		return this.groups.inventory;
	}

	/** Every event there is to mark, those that were entered and those of files, at the Quartiere as they are now. */
	get events(): QuartierEvent[] {
		return [...this.records.events, ...this.inventory.events].map((event) => ({
			...event,
			quartier: event.quartier && this.quartierKey(event.quartier)
		}));
	}

	/** The outlines that were loaded, of the Quartiere as they are now; null where there are none. */
	get map(): QuartierMap | null {
		const { map } = this.records;
		return (
			map && {
				...map,
				shapes: map.shapes.map((shape) => ({
					...shape,
					quartier: shape.quartier && this.quartierKey(shape.quartier)
				}))
			}
		);
	}

	/** The Quartier that a key leads to: see `quartierAt` of the vocabulary. */
	quartierAt(key: string): Inventory['quartiere'][number] | undefined {
		return quartierAt(key, this.inventory.quartiere, this.records.aliases);
	}

	/** The key of the Quartier that a key leads to; the key itself where there is none, or nobody can say which. */
	quartierKey(key: string): string {
		return this.quartierAt(key)?.key ?? key;
	}

	/** All Quartiere that a key may mean: several where it is from before there were two of the name. */
	quartiereAt(key: string): Inventory['quartiere'] {
		return quartiereAt(key, this.inventory.quartiere, this.records.aliases);
	}

	/** Whether what was written down under a key is about a Quartier, maybe among others. */
	leadsTo(key: string, quartier: string): boolean {
		return key === quartier || this.quartiereAt(key).some((one) => one.key === quartier);
	}
}
