/** The day (ISO) where the reader is. */
const localDay = (): string => new Date().toLocaleDateString('sv');

/** Which day it is, in a window that may be left open for days. */
class Today {
	day = $state(localDay());

	constructor() {
		document.addEventListener('visibilitychange', () => (this.day = localDay()));
	}
}

export const today = new Today();
