import { fail } from '../../domain';
import { isFull } from '../opfs';

/** What the browser says of a file that somebody chose, by what has happened to it. */
const CODES: Record<string, string> = {
	NotFoundError: 'file_gone',
	NoModificationAllowedError: 'file_locked',
	NotReadableError: 'file_locked',
	InvalidStateError: 'file_locked',
	NotAllowedError: 'file_no_permission'
};

/** Does something with a file on a drive. @throws ProblemError `drive_full`, `file_gone`, `file_locked`, `file_no_permission` */
async function onDrive<T>({ name }: FileSystemFileHandle, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const code = isFull(error)
			? 'drive_full'
			: error instanceof DOMException
				? CODES[error.name]
				: undefined;
		if (code) fail(code, {}, { file: name });
		throw error;
	}
}

/** A file on a drive that somebody chose. @throws ProblemError `file_gone`, `file_locked`, `file_no_permission` */
export const chosenFile = (handle: FileSystemFileHandle): Promise<File> =>
	onDrive(handle, () => handle.getFile());

/** What a file on a drive holds now. @throws ProblemError `file_gone`, `file_locked`, `file_no_permission` */
export const readDrive = (handle: FileSystemFileHandle): Promise<File> =>
	onDrive(
		handle,
		async () => new File([await (await handle.getFile()).arrayBuffer()], handle.name)
	);

/**
 * Writes a file on a drive whole or not at all.
 *
 * @param guard asked before what is written takes the place of what was there; where it throws, that stays
 * @throws ProblemError `drive_full`, `file_gone`, `file_locked`, `file_no_permission`
 */
export const writeDrive = (
	handle: FileSystemFileHandle,
	bytes: Uint8Array<ArrayBuffer>,
	guard: () => Promise<void>
): Promise<void> =>
	onDrive(handle, async () => {
		const writable = await handle.createWritable();
		try {
			await writable.write(bytes);
			await guard();
			await writable.close();
		} catch (error) {
			await writable.abort().catch(() => undefined);
			throw error;
		}
	});
