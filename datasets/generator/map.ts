import { QUARTIERE } from './quartiere';

/** Where the tile of each Quartier stands: Salzgitter below, Braunschweig above. Schematic, not surveyed. */
const TILES: Record<string, readonly [column: number, row: number]> = {
	Nordstadt: [3, 4],
	Lehndorf: [2, 4],
	Gliesmarode: [4, 4],
	Weststadt: [2, 3],
	Heidberg: [3, 3],
	'SZ-Thiede': [3, 2],
	'SZ-Lebenstedt': [1, 1],
	'SZ-Bad': [2, 0]
};

/** Space between tiles, as a share of one. */
const GAP = 0.06;

/** A square, the first corner again at its end, as GeoJSON wants it. */
function tile(column: number, row: number): [number, number][] {
	const [left, right] = [column + GAP / 2, column + 1 - GAP / 2];
	const [foot, head] = [row + GAP / 2, row + 1 - GAP / 2];
	return [
		[left, foot],
		[right, foot],
		[right, head],
		[left, head],
		[left, foot]
	];
}

/** A map of schematic shapes as GeoJSON: one square tile for each Quartier. */
export const quartierMap = () => ({
	type: 'FeatureCollection',
	features: QUARTIERE.map(({ name }) => {
		const place = TILES[name];
		if (!place) throw new Error(`no tile for ${name}`);
		return {
			type: 'Feature',
			properties: { name },
			geometry: { type: 'Polygon', coordinates: [tile(...place)] }
		};
	})
});
