import { Workspace } from '$lib/workspace';

/** The one workspace of this window. The engine is fetched while the page is already there. */
export const workspace = new Workspace();

export const openWorkspace = (): Promise<void> =>
	workspace.open(async () => (await import('$lib/engine/browser')).openBrowserEngine());
