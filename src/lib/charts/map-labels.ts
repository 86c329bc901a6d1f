/** A name on a map: its middle in pixels, and what it may say, from the most to the least. */
export type MapLabel = { at: readonly [number, number]; variants: readonly string[] };

/** Pixels that a label needs. */
type TextSize = (text: string) => { width: number; height: number };

/**
 * Which of its variants each label takes, so that none lies over another where that can be helped: of two that
 * would, the wider one says less.
 *
 * @returns places among the variants, in the order of the labels
 */
export function fittingVariants(labels: readonly MapLabel[], sizeOfText: TextSize): number[] {
	const taken = labels.map(() => 0);
	const sizeOf = (label: number) => sizeOfText(labels[label]?.variants[taken[label] ?? 0] ?? '');
	const overlap = (a: number, b: number): boolean => {
		const [one, other] = [sizeOf(a), sizeOf(b)];
		const [x1 = 0, y1 = 0] = labels[a]?.at ?? [];
		const [x2 = 0, y2 = 0] = labels[b]?.at ?? [];
		return (
			Math.abs(x1 - x2) < (one.width + other.width) / 2 &&
			Math.abs(y1 - y2) < (one.height + other.height) / 2
		);
	};
	const canShrink = (label: number): boolean =>
		(taken[label] ?? 0) + 1 < (labels[label]?.variants.length ?? 0);
	const next = (): number | undefined => {
		for (let a = 0; a < labels.length; a++) {
			for (let b = a + 1; b < labels.length; b++) {
				if (!overlap(a, b)) continue;
				const [wide, narrow] = sizeOf(a).width >= sizeOf(b).width ? [a, b] : [b, a];
				const shrinks = [wide, narrow].find(canShrink);
				if (shrinks !== undefined) return shrinks;
			}
		}
		return undefined;
	};
	for (let label = next(); label !== undefined; label = next())
		taken[label] = (taken[label] ?? 0) + 1;
	return taken;
}
