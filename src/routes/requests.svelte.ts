/** Where requests of this window went since it was opened, and what its policy held back. */
class Requests {
	/** requests to where the program comes from */
	own = $state(0);
	/** requests to anybody else */
	others = $state(0);
	/** what the policy of the page did not let through */
	blocked = $state(0);
	#isWatching = false;

	/** Counts from the beginning of the page on. */
	watch(): void {
		if (this.#isWatching) return;
		this.#isWatching = true;
		document.addEventListener('securitypolicyviolation', () => this.blocked++);
		new PerformanceObserver((list) => {
			for (const { name } of list.getEntries()) {
				const { protocol, origin } = new URL(name);
				// What the page made itself goes nowhere.
				if (!protocol.startsWith('http')) continue;
				if (origin === location.origin) this.own++;
				else this.others++;
			}
		}).observe({ type: 'resource', buffered: true });
	}
}

export const requests = new Requests();

/** The policy of the page by its directives; empty where it has none. */
export function policyInForce(): [directive: string, sources: string][] {
	const meta = document.querySelector<HTMLMetaElement>(
		'meta[http-equiv="content-security-policy" i]'
	);
	return (meta?.content ?? '')
		.split(';')
		.map((one) => one.trim())
		.filter(Boolean)
		.map((one) => {
			const [directive = '', ...sources] = one.split(/\s+/);
			return [directive, sources.join(' ')];
		});
}
