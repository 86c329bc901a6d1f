import type { IngestClient } from './ingest-client';

/**
 * Does work with a worker that reads files, and closes it. What it is made from comes when it is needed: most
 * visits are to look.
 */
export async function withClient<T>(work: (client: IngestClient) => Promise<T>): Promise<T> {
	const client = new (await import('./ingest-client')).IngestClient();
	try {
		return await work(client);
	} finally {
		client.close();
	}
}
