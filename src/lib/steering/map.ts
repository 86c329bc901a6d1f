import { fail, slug, z, type Quartier, type QuartierMap } from '../domain';

const position = z.array(z.number()).min(2);
const ring = z.array(position).min(4);
const geometry = z.union([
	z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
	z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) })
]);
const geoJson = z.object({
	type: z.literal('FeatureCollection'),
	features: z.array(
		z.object({ properties: z.record(z.string(), z.unknown()).nullish(), geometry: z.unknown() })
	)
});

/** More corners than this are no map to be drawn on a page. */
const MOST_CORNERS = 100_000;
/** Bytes; a larger file is refused before it is read. */
export const MOST_MAP_BYTES = 8_000_000;

const words = (properties: Record<string, unknown> | null | undefined): string[] =>
	Object.values(properties ?? {}).filter((one): one is string => typeof one === 'string');

/**
 * Reads outlines from GeoJSON. A shape belongs to the Quartier whose name one of its properties says;
 * the others are drawn without a figure.
 *
 * @throws ProblemError `map_unreadable`, `map_no_shapes`, `map_too_large`, `map_no_match`
 */
export function readMap(
	text: string,
	file: string,
	quartiere: readonly Pick<Quartier, 'key' | 'name'>[]
): QuartierMap {
	const place = { file };
	let json: unknown;
	try {
		json = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		fail('map_unreadable', {}, place);
	}
	const { data } = geoJson.safeParse(json);
	if (!data) fail('map_unreadable', {}, place);
	const shapes = data.features.flatMap(({ properties, geometry: raw }) => {
		const found = geometry.safeParse(raw).data;
		if (!found) return [];
		const polygons = found.type === 'Polygon' ? [found.coordinates] : found.coordinates;
		const own = words(properties);
		const quartier = quartiere.find(({ key, name }) =>
			own.some((word) => word.trim() === name || slug(word) === key)
		);
		return {
			name: quartier?.name ?? own[0] ?? '',
			quartier: quartier?.key ?? null,
			polygons: polygons.map((rings) =>
				rings.map((points) => points.map(([x = 0, y = 0]): [number, number] => [x, y]))
			)
		};
	});
	if (shapes.length === 0) fail('map_no_shapes', {}, place);
	const corners = shapes
		.flatMap(({ polygons }) => polygons.flat())
		.reduce((sum, { length }) => sum + length, 0);
	if (corners > MOST_CORNERS) fail('map_too_large', { n: corners, most: MOST_CORNERS }, place);
	if (shapes.every(({ quartier }) => quartier === null)) {
		const names = shapes.slice(0, 3).map(({ name }) => name || '–');
		fail('map_no_match', { names: names.join(', ') }, place);
	}
	return { file, shapes };
}
