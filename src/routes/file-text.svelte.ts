import * as m from '$lib/paraglide/messages';
import { agoText, number } from '$lib/words';
import { workspace } from './workspace';

/** Milliseconds between two looks at the clock. */
const OFTEN = 20_000;

/** What is said of the state that the file of the workspace has. Made while a component is. */
export class FileText {
	#now = $state(Date.now());

	constructor() {
		$effect(() => {
			const timer = setInterval(() => (this.#now = Date.now()), OFTEN);
			return () => clearInterval(timer);
		});
	}

	/** In a whole sentence. */
	long = $derived.by(() => {
		const { state, unsaved } = workspace.file;
		if (!state) return m.file_never();
		const when = agoText(state.savedAt, this.#now);
		const { name } = state;
		if (unsaved === 0) return m.file_saved({ name, when });
		return unsaved === 1
			? m.file_unsaved_one({ name, when })
			: m.file_unsaved({ n: number(unsaved), name, when });
	});

	/** In a few words. */
	short = $derived.by(() => {
		const { state, unsaved } = workspace.file;
		if (!state) return m.file_never_short();
		if (unsaved === 0) return m.file_saved_short({ when: agoText(state.savedAt, this.#now) });
		return unsaved === 1
			? m.file_unsaved_short_one()
			: m.file_unsaved_short({ n: number(unsaved) });
	});
}
