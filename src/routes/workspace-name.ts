import * as m from '$lib/paraglide/messages';
import type { Listed } from '$lib/workspace';

/** What a workspace is called; one that is encrypted does not say it. */
export const workspaceName = ({ name }: Listed): string =>
	name === null ? m.workspaces_encrypted() : name || m.workspaces_nameless();
