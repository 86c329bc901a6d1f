import type { ClientInit } from '@sveltejs/kit';
import { openWorkspace } from './routes/workspace';

/** Before the first component is made: the engine takes longest of all. */
export const init: ClientInit = () => {
	// Where the browser gives no storage there is nothing to open; the page says so.
	if (isSecureContext) void openWorkspace();
};
