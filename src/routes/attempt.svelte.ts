import * as m from '$lib/paraglide/messages';
import { problemOf, sentence } from '$lib/words';

/** Something that a page keeps, and what is said of it: that it is there, or why it is not. */
export class Attempt {
	busy = $state(false);
	problem = $state('');
	done = $state('');

	async run(work: () => Promise<void>): Promise<void> {
		this.busy = true;
		[this.problem, this.done] = ['', ''];
		try {
			await work();
			this.done = m.ledger_saved();
		} catch (error) {
			this.problem = sentence(problemOf(error));
		}
		this.busy = false;
	}
}
