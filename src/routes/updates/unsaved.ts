/** What is open in this window, and would be lost if the page were loaded anew. */
const checks = new Set<() => boolean>();

/** Where words are typed that are kept; what a search holds is no work. */
const FIELDS =
	'textarea, input:not([type="search"], [type="file"], [type="checkbox"], [type="radio"])';

/** Fields in which somebody typed. */
const typed = new Set<HTMLInputElement | HTMLTextAreaElement>();
document.addEventListener('input', ({ target }) => {
	if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
	if (target.matches(FIELDS)) typed.add(target);
});

/** Has a part of a page say whether it has work that is not saved; the returned function ends it. */
export function onUnsaved(check: () => boolean): () => void {
	checks.add(check);
	return () => checks.delete(check);
}

/** Whether loading the page anew would lose anything. Rather once too often than once too little. */
export const isUnsaved = (): boolean =>
	[...checks].some((check) => check()) ||
	document.querySelector('dialog[open]') !== null ||
	[...typed].some((field) => field.isConnected && field.value !== '');
