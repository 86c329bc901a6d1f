import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawProblems } from './generator/draw';
import { files } from './generator/files';
import { SEED } from './generator/planted';

if (process.argv.includes('--find-seed')) {
	let seed = 1;
	for (let problems = drawProblems(seed); problems.length > 0; problems = drawProblems(++seed))
		console.log(`Seed ${seed}: ${problems.length} problems, first ${problems[0]}`);
	console.log(`Seed ${seed} shows what was planted and nothing else.`);
} else {
	for (const [name, bytes] of files(SEED)) writeFileSync(join(import.meta.dirname, name), bytes);
}
