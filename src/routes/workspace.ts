import { Workspace } from '$lib/workspace';

/** The one workspace of this window. The engine is fetched while the page is already there. */
export const workspace = new Workspace(async () =>
	(await import('$lib/engine/browser')).openBrowserEngine()
);

/** Resolves when the browser has nothing more urgent to do, or after two seconds. */
export const quiet = (): Promise<unknown> =>
	new Promise((resolve) => {
		if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 2000 });
		else setTimeout(resolve, 500);
	});

export const openWorkspace = (): Promise<void> => workspace.open(quiet);
