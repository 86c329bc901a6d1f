import { Bytes, damaged } from './bytes';
import {
	joinSegments,
	latin1,
	pairsOf,
	readLabels,
	readLongLabels,
	readLongMissing,
	readVariable,
	trimmed,
	type Declared,
	type Variable
} from './variables';

export type Dictionary = {
	variables: Variable[];
	/** slots of eight bytes in a case */
	caseSize: number;
	/** 0 none, 1 by bytes, 2 by blocks */
	compression: number;
	bias: number;
	/** index of the variable that weights cases, or null */
	weight: number | null;
	/** as declared; null where it is not */
	encoding: string | null;
	/** multiple response sets as the file writes them */
	sets: Uint8Array[];
	/** where cases begin */
	dataAt: number;
};

/** Code pages as record 7/3 numbers them; what it does not say is Windows-1252, as SPSS wrote it in Germany. */
const CODE_PAGES: Record<number, string> = {
	65001: 'utf-8',
	1250: 'windows-1250',
	28591: 'latin1'
};

function readHeader(bytes: Bytes) {
	const magic = latin1.decode(bytes.take(4));
	if (magic !== '$FL2' && magic !== '$FL3') damaged('no SPSS file');
	bytes.skip(60);
	const layout = bytes.i32();
	if (layout !== 2 && layout !== 3) {
		bytes.little = false;
		bytes.at -= 4;
		const other = bytes.i32();
		if (other !== 2 && other !== 3) damaged('layout');
	}
	bytes.skip(4);
	const compression = bytes.i32();
	const weight = bytes.i32();
	bytes.skip(4);
	const bias = bytes.f64();
	bytes.skip(9 + 8 + 64 + 3);
	return { compression, weight, bias };
}

/**
 * The dictionary of an SPSS system file: everything before its cases (GNU PSPP Developers’ Guide,
 * System File Format).
 *
 * @throws ProblemError `file_is_damaged`
 */
export function readDictionary(bytes: Bytes): Dictionary {
	const { compression, weight, bias } = readHeader(bytes);
	const declared: Declared[] = [];
	const bySlot = new Map<number, Declared>();
	const extensions: { subtype: number; size: number; data: Uint8Array }[] = [];
	let caseSize = 0;
	for (let type = bytes.i32(); type !== 999; type = bytes.i32()) {
		if (type === 2) {
			const variable = readVariable(bytes, caseSize++);
			if (!variable) continue;
			declared.push(variable);
			bySlot.set(variable.slot, variable);
		} else if (type === 3) readLabels(bytes, bySlot);
		else if (type === 6) bytes.skip(80 * bytes.i32());
		else if (type === 7) {
			const [subtype, size, count] = [bytes.i32(), bytes.i32(), bytes.i32()];
			extensions.push({ subtype, size, data: bytes.take(size * count) });
		} else damaged(`record ${type}`);
	}
	bytes.skip(4);

	const weightVariable = bySlot.get(weight - 1);
	const of = (subtype: number) => extensions.filter((one) => one.subtype === subtype);
	const reader = (data: Uint8Array) => {
		const record = new Bytes(data);
		record.little = bytes.little;
		return record;
	};
	for (const { data } of of(13))
		for (const [short, long] of pairsOf(data)) {
			const variable = declared.find(({ shortName }) => shortName === short);
			if (variable) variable.longName = long;
		}
	const variables = of(14).reduce((all, { data }) => joinSegments(all, data), declared);
	for (const { data } of of(11)) {
		const record = reader(data);
		const each = Math.floor(data.length / 4 / Math.max(1, declared.length));
		declared.forEach(({ shortName }, index) => {
			record.at = 4 * each * index;
			const variable = variables.find((one) => one.shortName === shortName);
			if (variable && each >= 2) variable.measurementLevel = record.i32();
		});
	}
	for (const { data } of of(21)) readLongLabels(reader(data), variables);
	for (const { data } of of(22)) readLongMissing(reader(data), variables);
	const codePage = of(3).map(({ data }) => {
		const record = reader(data);
		record.skip(28);
		return CODE_PAGES[record.i32()];
	});
	const named = of(20).map(({ data }) => trimmed(data));
	const position = variables.findIndex(({ shortName }) => shortName === weightVariable?.shortName);
	return {
		variables,
		caseSize,
		compression,
		bias,
		weight: weightVariable && position >= 0 ? position : null,
		encoding: named[0] ?? codePage[0] ?? null,
		sets: [...of(7), ...of(19)].map(({ data }) => data),
		dataAt: bytes.at
	};
}
