/** Signs that are made of bytes at once; more are too many arguments. */
const CHUNK = 8192;

/** Bytes as a text that JSON can hold. */
export function toBase64(bytes: Uint8Array): string {
	let signs = '';
	for (let at = 0; at < bytes.length; at += CHUNK)
		signs += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
	return btoa(signs);
}

/** Bytes from such a text. @throws where it is none */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
