import type { QuartierEvent } from './event';
import type { Item } from './item';
import type { CategoryDimension, RecordKind } from './record-kinds';
import type { Quartier } from './quartier';
import type { Wave } from './wave';

/** How calibrating the weights of a wave ended. */
export type Calibration = {
	rounds: number;
	converged: boolean;
	difference: number;
	capped: number;
	effectiveSize: number;
	least: number;
	most: number;
	responses: number;
	/** responses of which a margin does not know the cell */
	unknown: number;
	/** names that were joined, as some had no sheet */
	joined: string[][];
};

/** What the data hold, as far as pages need it to offer choices: names, no figures. */
export type Inventory = {
	quartiere: (Quartier & {
		/** of the newest year known */
		dwellings: number | null;
	})[];
	/** oldest first; `key`: what the address, notes and queries call it, whatever its name is now */
	waves: ({ key: string } & Wave)[];
	/** waves with an item to which several answers could be chosen */
	choices: string[];
	/** open questions, those answered most often first */
	questions: { question: string; wave: string }[];
	/** items that were asked, the oldest first */
	items: ({ key: string } & Item)[];
	/** questions that a wave asked, of which nobody has said yet what their answers mean */
	unsettled: { wave: string; text: string }[];
	/** groups by which people can be filtered, with their categories in order */
	groups: { name: string; categories: string[] }[];
	/** households of each Quartier in the year in which a wave's fieldwork began, where all are known */
	households: { wave: string; quartier: string; households: number }[];
	/** how calibrating the weights of waves ended */
	calibrations: (Calibration & { wave: string })[];
	/** words that cases and records use, by dimension, in order */
	members: Partial<Record<CategoryDimension, string[]>>;
	/** whether cases say why they were closed */
	reasons: boolean;
	/** what is recorded beside cases */
	records: RecordKind[];
	/** events that files listed; they change with their file alone */
	events: QuartierEvent[];
	/** first and last day that the case statistics cover */
	coverage: { from: string; to: string } | null;
};

/** The inventory of no data. */
export const emptyInventory = (): Inventory => ({
	quartiere: [],
	waves: [],
	choices: [],
	questions: [],
	items: [],
	unsettled: [],
	groups: [],
	households: [],
	calibrations: [],
	members: {},
	reasons: false,
	records: [],
	events: [],
	coverage: null
});
