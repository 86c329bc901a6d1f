/** What is about a figure, with the figure under its name of today: versions before called it a measure. */
export function withIndicator(about: unknown): unknown {
	if (typeof about !== 'object' || about === null || !('measure' in about)) return about;
	const { measure, ...rest } = about;
	return { ...rest, indicator: measure };
}
