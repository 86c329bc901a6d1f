/** Milliseconds after which a page that still grows is left alone. */
const LONGEST = 6000;

/** What an address names after `#`; what cannot be decoded is taken as it stands. */
function nameIn(hash: string): string {
	try {
		return decodeURIComponent(hash.slice(1));
	} catch {
		return hash.slice(1);
	}
}

/** Looks at each frame until it is right, the user does something, or the page has grown long enough. */
function untilSettled(look: () => boolean): () => void {
	const start = performance.now();
	const inputs = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
	let frame = 0;
	const stop = () => {
		cancelAnimationFrame(frame);
		for (const input of inputs) removeEventListener(input, stop);
	};
	const next = () => {
		if (look() || performance.now() - start > LONGEST) stop();
		else frame = requestAnimationFrame(next);
	};
	for (const input of inputs) addEventListener(input, stop, { passive: true });
	frame = requestAnimationFrame(next);
	return stop;
}

const nothingPending = (): boolean => !document.querySelector('[data-pending="true"]');

/**
 * Goes to what the address names after `#`, and stays there while the page above it grows, until its
 * figures are there or the user goes somewhere else. Returns what stops it.
 */
export function scrollToAnchor(hash: string): () => void {
	if (hash.length < 2) return () => undefined;
	const name = nameIn(hash);
	return untilSettled(() => {
		const target = document.getElementById(name);
		target?.scrollIntoView({ block: 'start' });
		return target !== null && nothingPending();
	});
}

/** Comes back to where one was on a page, in pixels from its top, once it has grown to it. */
export function comeBackTo(top: number): () => void {
	if (top <= 0) return () => undefined;
	return untilSettled(() => {
		const reach = document.documentElement.scrollHeight - innerHeight;
		scrollTo(0, Math.min(top, reach));
		return reach >= top && nothingPending();
	});
}
