/** A package that is part of the program; `texts` are places in the list of texts. */
type Package = { name: string; version: string; licence: string; texts: number[] };

/** A work of others with its licence in full. */
export type Work = { name: string; version: string; licence: string; text: string };

/** What `scripts/licences.ts` wrote while the program was built. */
export async function readLicences(address: string): Promise<Work[]> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const { packages, texts } = (await response.json()) as { packages: Package[]; texts: string[] };
	return packages.map(({ texts: places, ...rest }) => ({
		...rest,
		text: places.map((place) => texts[place] ?? '').join('\n\n')
	}));
}
