import font from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { PICTURE } from './picture';

/** The font as a style of the picture itself: a picture may load nothing from outside. */
async function fontStyle(): Promise<string> {
	const response = await fetch(font);
	if (!response.ok) throw new Error(`font ${response.status}`);
	const bytes = new Uint8Array(await response.arrayBuffer());
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return `<style>@font-face{font-family:'Source Sans 3 Variable';font-weight:200 900;src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2')}</style>`;
}

/** The picture with its font inside; as it is, in the system's font, where that cannot be had. */
async function withFont(svg: string): Promise<string> {
	const style = await fontStyle().catch(() => '');
	return svg.replace('</desc>', () => `</desc>${style}`);
}

async function loaded(svg: string): Promise<HTMLImageElement> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(PICTURE.width, PICTURE.height);
		image.src = address;
		await image.decode();
		return image;
	} finally {
		URL.revokeObjectURL(address);
	}
}

/**
 * A picture as PNG, in twice its pixels, so that it stays sharp on a large screen. Browser only.
 *
 * @throws Error where the browser gives no canvas or cannot read the picture
 */
export async function toPng(svg: string, scale = 2): Promise<Blob> {
	const image = await loaded(await withFont(svg));
	const canvas = document.createElement('canvas');
	canvas.width = PICTURE.width * scale;
	canvas.height = PICTURE.height * scale;
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	pen.drawImage(image, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!blob) throw new Error('no picture');
	return blob;
}
