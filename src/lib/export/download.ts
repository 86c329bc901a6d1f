import { slug } from '../domain';

/** The name of a file from what it holds, without umlauts and blanks, which some programs trip over. */
export function fileName(parts: readonly (string | undefined)[], extension: string): string {
	const words = parts.map((part) => slug(part ?? '')).filter((part) => part !== '');
	return `${words.join('-') || 'quartierspiegel'}.${extension}`;
}

/** Hands a file to the user, where the browser saves downloads. */
export function save(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser reads the address after the click has returned.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
