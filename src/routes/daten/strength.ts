/** How hard a passphrase is to guess, from 0 to 4, as zxcvbn has it (Wheeler 2016); 3 is what a file needs. */
export const ENOUGH = 3;

/** Estimates the strength of passphrases, with German words, names and what many people take. */
export async function strengthMeter(): Promise<(passphrase: string) => number> {
	const [{ ZxcvbnFactory }, common, german] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common'),
		import('@zxcvbn-ts/language-de')
	]);
	const meter = new ZxcvbnFactory({
		dictionary: {
			...common.dictionary,
			...german.dictionary,
			product: ['quartierspiegel', 'quartier', 'braunschweig', 'lebenstedt', 'salzgitter']
		},
		graphs: common.adjacencyGraphs
	});
	return (passphrase) => (passphrase === '' ? 0 : meter.check(passphrase).score);
}
