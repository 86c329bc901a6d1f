import type { Remote } from 'comlink';
import { fail } from '../domain';
import type { WorkspaceEncryption } from './encryption.svelte';
import type { FileApi } from './file/file.worker';
import { withFileWorker } from './with-file-worker';
import type { Writer } from './writer';

/** Work on the workspace as a whole, one piece at a time, beside the page. */
export class FileWork {
	isBusy = $state(false);

	/** @param show shows everything as it lies on the disk now */
	constructor(
		private readonly writer: Writer,
		private readonly encryption: WorkspaceEncryption,
		private readonly show: () => Promise<void>
	) {}

	/** Does something in the worker that reads and writes workspace files. */
	inWorker<T>(work: (api: Remote<FileApi>) => Promise<T>): Promise<T> {
		return withFileWorker(this.encryption.state, this.writer.fence, work);
	}

	/**
	 * Does one piece of work at a time in that worker, while no other window writes anything.
	 *
	 * @param shows whether something came in, which is shown before anybody else may write
	 * @throws ProblemError `file_busy`, `other_tab`
	 */
	async alone<T>(
		work: (api: Remote<FileApi>) => Promise<T>,
		shows: (result: T) => boolean = () => false
	): Promise<T> {
		if (this.isBusy) fail('file_busy');
		this.isBusy = true;
		const { writer } = this;
		try {
			return await writer.alone(async () => {
				const result = await writer.changeRecords(() => this.inWorker(work));
				if (!shows(result)) return result;
				await this.show();
				writer.tell('data');
				return result;
			});
		} finally {
			this.isBusy = false;
		}
	}
}
