import { followed, type Alias } from './alias';
import { slug, type Quartier } from './quartier';

/**
 * The Quartier that a key leads to, which may be from before a correction, or from before it was known that
 * there are two of the name; undefined where there is none, or nobody can say which.
 */
export function quartierAt<T extends Quartier>(
	key: string,
	quartiere: readonly T[],
	aliases: readonly Alias[]
): T | undefined {
	const at = followed(key, 'quartier', aliases);
	const found = quartiere.find((one) => one.key === at);
	if (found) return found;
	const withCity = ({ key: own, city }: T) => city !== '' && `${own}-${slug(city)}` === at;
	const withoutCity = ({ key: own, city }: T) => city !== '' && `${at}-${slug(city)}` === own;
	const alike = quartiere.filter((one) => withCity(one) || withoutCity(one));
	return alike.length === 1 ? alike[0] : undefined;
}

/** The keys of all Quartiere that a key may mean: one, or those of several cities. */
export function quartiereAt<T extends Quartier>(
	key: string,
	quartiere: readonly T[],
	aliases: readonly Alias[]
): T[] {
	const one = quartierAt(key, quartiere, aliases);
	if (one) return [one];
	return quartiere.filter(({ key: own, city }) => city !== '' && own === `${key}-${slug(city)}`);
}

/** What a key of an item leads to: that item, or the one of the same wording and answers, or of the same wording. */
export function itemAt<T extends { key: string }>(key: string, items: readonly T[]): T | undefined {
	const parts = key.split('-');
	for (const length of [parts.length, 2, 1]) {
		const start = parts.slice(0, length).join('-');
		const found = items.filter((one) => one.key === start || one.key.startsWith(`${start}-`));
		if (found.length > 0) return found.find((one) => one.key === start) ?? found[0];
	}
	return undefined;
}

/** What a wave is called now. */
export const waveName = (
	key: string | undefined,
	waves: readonly { key: string; name: string }[]
): string => waves.find((one) => one.key === key)?.name ?? key ?? '';
