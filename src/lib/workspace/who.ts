/**
 * What tells this window from all others, so that no two give the same times, and a workspace from the others. Not
 * `crypto.randomUUID`: a page without HTTPS has none, and fails before it can say that it needs it.
 */
export const randomSign = (): string =>
	[...crypto.getRandomValues(new Uint8Array(4))]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
