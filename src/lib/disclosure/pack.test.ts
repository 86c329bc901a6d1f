import { expect, test } from 'vitest';
import { emptyContext } from '../indicators';
import { pack, unpack } from './pack';

const empty = emptyContext();
const context = {
	...empty,
	catalog: {
		...empty.catalog,
		// Text from files that looks like what stands for a column stays text.
		categories: [{ id: 1, dimension: 'column', name: '{"column":0,"type":"Uint8Array"}' }]
	},
	coverage: { from: '2024-01-01', to: '2024-12-31' },
	cube: {
		...empty.cube,
		answers: {
			...empty.cube.answers,
			length: 3,
			item: Uint16Array.of(1, 2, 65535),
			top: Uint8Array.of(0, 1, 1),
			n: Int32Array.of(7, 8, 9),
			sw: Float64Array.of(0.1, 1 / 3, 1e300)
		}
	}
};

test('a context comes back to the last bit, also from the middle of other bytes', () => {
	const packed = pack(context);
	expect(unpack(packed)).toEqual(context);
	const among = new Uint8Array(packed.length + 12);
	among.set(packed, 5);
	expect(unpack(among.subarray(5, 5 + packed.length))).toEqual(context);
});

test('what was cut short, is of another version or damaged is not read', () => {
	const packed = pack(context);
	expect(unpack(packed.subarray(0, -1))).toBeNull();
	expect(unpack(packed.subarray(0, 3))).toBeNull();
	expect(unpack(Uint8Array.of(0, 0, 0, 9, 1))).toBeNull();
	const text = new TextDecoder('latin1').decode(packed);
	const at = text.indexOf('"version":1');
	const newer = packed.slice();
	newer[at + '"version":'.length] = '9'.charCodeAt(0);
	expect(unpack(newer)).toBeNull();
});
