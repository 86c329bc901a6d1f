import casesUrl from '../../datasets/beispiel-faelle.csv?url';
import benefitsUrl from '../../datasets/beispiel-leistungen.csv?url';
import contactsUrl from '../../datasets/beispiel-kontakte.csv?url';
import cooperationsUrl from '../../datasets/beispiel-kooperationen.csv?url';
import debtsUrl from '../../datasets/beispiel-mietrueckstaende.csv?url';
import treffUrl from '../../datasets/beispiel-treff.csv?url';
import mapUrl from '../../datasets/beispiel-karte.geojson?url';
import events from '../../datasets/beispiel-ereignisse.json';
import quartiereUrl from '../../datasets/beispiel-quartiere.csv?url';
import surveyUrl from '../../datasets/beispiel-mieterbefragung.csv?url';
import copenhagenUrl from '../../datasets/kopenhagen-1976.csv?url';
import type { QuartierEvent } from '$lib/domain';
import { confirmedItems, withOpenAnswers } from '$lib/ingest';
import { IngestClient, type Upload } from '$lib/workspace';
import { readMap } from '$lib/steering';
import { workspace } from './workspace';

/** The sample files, in the order in which they are loaded. */
const FILES = [
	{ kind: 'quartierYear', url: quartiereUrl, name: 'beispiel-quartiere.csv' },
	{ kind: 'survey', url: surveyUrl, name: 'beispiel-mieterbefragung.csv' },
	{ kind: 'supportCase', url: casesUrl, name: 'beispiel-faelle.csv' },
	{ kind: 'contact', url: contactsUrl, name: 'beispiel-kontakte.csv' },
	{ kind: 'rentDebt', url: debtsUrl, name: 'beispiel-mietrueckstaende.csv' },
	{ kind: 'benefit', url: benefitsUrl, name: 'beispiel-leistungen.csv' },
	{ kind: 'meetingPlaceDay', url: treffUrl, name: 'beispiel-treff.csv' },
	{ kind: 'cooperation', url: cooperationsUrl, name: 'beispiel-kooperationen.csv' }
] as const;

const fetchFile = async (url: string): Promise<Blob> => {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	return response.blob();
};

/**
 * Loads the sample data through the same import as any file, with what is suggested taken as
 * confirmed. `onFile` hears which file is under way, `onLoading` when the database takes them all.
 */
export async function loadSample(
	onFile: (name: string) => void,
	onLoading: () => void
): Promise<void> {
	const client = new IngestClient();
	try {
		const files = FILES.map((one) => ({ ...one, file: fetchFile(one.url) }));
		const outlines = fetchFile(mapUrl).then((file) => file.text());
		// Where the files cannot be loaded, nobody asks for it.
		outlines.catch(() => undefined);
		const uploads = files.map(({ kind, name, file }): Upload => ({
			kind,
			name,
			open: async () => {
				onFile(name);
				const content = await file;
				const { mapping } = await client.api.open(content, {});
				return { client, mapping: confirmedItems(withOpenAnswers(mapping)), size: content.size };
			}
		}));
		await workspace.imports.load(uploads, {
			sample: true,
			onStep: (step) => step === 'loading' && onLoading()
		});
		await workspace.records.put('events', ...(events as QuartierEvent[]));
		await workspace.records.setMap(
			readMap(await outlines, 'beispiel-karte.geojson', workspace.inventory.quartiere),
			''
		);
	} finally {
		client.close();
	}
}

/** The Copenhagen Housing Conditions Survey as a file for the wizard. */
export async function copenhagenFile(): Promise<File> {
	return new File([await fetchFile(copenhagenUrl)], 'kopenhagen-1976.csv', { type: 'text/csv' });
}
