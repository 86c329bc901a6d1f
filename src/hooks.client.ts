import type { ClientInit } from '@sveltejs/kit';
import { openWorkspace } from './routes/workspace';

/** Before the first component is made: the engine takes longest of all. */
export const init: ClientInit = () => {
	void openWorkspace();
};
