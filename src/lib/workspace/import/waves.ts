import type { Mapping } from '../../ingest';

type MappedWave = Mapping['waves'][number];

const YEAR = /(19|20)\d\d/;

/**
 * The waves of a file with a name each: the one it has, or one like the newest earlier wave's (`Herbst
 * 2022` becomes `Herbst 2025`) with the year of the field period, else of today. A name that is taken by
 * an earlier wave is not proposed again.
 */
export function suggestedWaves(
	waves: readonly MappedWave[],
	earlier: readonly { name: string; from: string }[],
	today: string
): MappedWave[] {
	const [newest] = earlier.toSorted((a, b) => b.from.localeCompare(a.from));
	const taken = new Set(earlier.map(({ name }) => name));
	return waves.map((wave) => {
		const year = (wave.from || today).slice(0, 4);
		// Only what was derived from the year itself is a proposal; other names are the file's or the user's.
		if (wave.key !== '' || (wave.name !== '' && wave.name !== year)) return wave;
		const named = newest && YEAR.test(newest.name) ? newest.name.replace(YEAR, year) : year;
		const name = taken.has(named) ? wave.name : named;
		return name === wave.name ? wave : { ...wave, name };
	});
}
