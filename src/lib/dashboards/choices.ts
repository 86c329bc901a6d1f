import { waveName, type Inventory } from '../domain';
import { yearsOf, type Choices } from './filters';
import { TRENDS } from './topic-indices';

/** More categories than this are no filter but a list. */
const MOST_CATEGORIES = 15;

/** What the workspace has to choose from. */
export const choicesOf = (inventory: Inventory): Choices => ({
	waves: inventory.waves.map(({ key }) => key),
	waveName: (wave) => waveName(wave, inventory.waves),
	years: yearsOf(inventory.coverage),
	groups: inventory.groups.filter(
		({ categories }) => categories.length > 1 && categories.length <= MOST_CATEGORIES
	),
	members: inventory.members,
	trends: TRENDS,
	questions: inventory.questions
});
