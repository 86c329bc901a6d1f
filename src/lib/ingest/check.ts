import type { Finding } from './findings';
import { interpret, recordCount, unknownCases } from './interpret';
import type { Mapping } from './mapping';
import { headlines, type Headline } from './preview';
import { quartierSpellings, type QuartierSpelling } from './quartiere';
import type { LoadedKeys, Overlap } from './row-keys';
import type { TextTable } from './table';

export type CheckView = {
	count: number;
	skipped: number;
	findings: Finding[];
	spellings: QuartierSpelling[];
	/** figures as they will be shown, a few of them */
	headlines: Headline[];
	/** batches that have rows of this file already, the one with most of them first */
	overlaps: Overlap[];
};

/** What is loaded already, for a check to compare the file with. */
export type Known = {
	quartiere: string[];
	/** the pseudonyms of the cases that records may refer to, with the key that they were made with */
	cases?: { keys: string[]; key: Uint8Array };
	/** the rows of batches of the same kind */
	loaded?: readonly LoadedKeys[];
};

/**
 * Reads every row, and compares the file with what is loaded.
 *
 * @param pseudonym of an id, made with the key of the cases that are known
 */
export function checkTable(
	table: TextTable,
	mapping: Mapping,
	{ quartiere, cases }: Known,
	today: string,
	pseudonym: (id: string) => string
): Omit<CheckView, 'overlaps'> {
	const records = interpret(table, mapping, today);
	if (cases) {
		const keys = new Set(cases.keys);
		records.findings.push(...unknownCases(table, mapping, (id) => keys.has(pseudonym(id))));
	}
	const count = recordCount(records);
	return {
		count,
		skipped: table.lines.length - count,
		findings: records.findings,
		spellings: quartierSpellings(table, mapping, quartiere),
		headlines: headlines(records)
	};
}
