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

/**
 * Goes to what the address names after `#`, and stays there while the page above it grows, until its
 * figures are there or the user goes somewhere else. Returns what stops it.
 */
export function landAt(hash: string): () => void {
	if (hash.length < 2) return () => undefined;
	const name = nameIn(hash);
	const start = performance.now();
	const inputs = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
	let frame = 0;
	const stop = () => {
		cancelAnimationFrame(frame);
		for (const input of inputs) removeEventListener(input, stop);
	};
	const look = () => {
		const target = document.getElementById(name);
		const settled = target && !document.querySelector('[data-pending="true"]');
		target?.scrollIntoView({ block: 'start' });
		if (settled || performance.now() - start > LONGEST) stop();
		else frame = requestAnimationFrame(look);
	};
	for (const input of inputs) addEventListener(input, stop, { passive: true });
	frame = requestAnimationFrame(look);
	return stop;
}
