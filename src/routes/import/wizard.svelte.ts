import { Assigning } from './assigning';
import { Loading } from './loading';
import { Reading } from './reading.svelte';
import { Session } from './session.svelte';

/** Brings files in, one after the other: the file under way, and what can be done with it at each step. */
export class Wizard extends Session {
	readonly reading = new Reading(this);
	readonly assigning = new Assigning(this);
	readonly loading = new Loading(this);

	/** From the columns to the waves of a survey; other files go straight to the checks. */
	async toWave(): Promise<void> {
		if (this.assigning.asksForFile(() => this.toWave())) return;
		if (this.mapping?.kind === 'survey') await this.assigning.toWave();
		else await this.loading.toChecks();
	}
}
