import type { Format, Rows } from '../format';
import { arrayRow, technicalColumns } from '../headings';

const role = technicalColumns({
	id: ['_id'],
	date: ['_submission_time'],
	token: ['_submitted_by', 'username', 'deviceid', 'phonenumber', 'simserial', 'subscriberid'],
	ignored: [
		'start',
		'end',
		'today',
		'_uuid',
		'_validation_status',
		'_notes',
		'_status',
		'__version__',
		'_tags',
		'_index',
		'meta/rootUuid'
	]
});

const isTag = (cell: string): boolean => cell.trim().startsWith('#');

/** One row, or two where tags of the Humanitarian Exchange Language stand below the headings. */
function headerRows([first = [], second = []]: Rows): number {
	const own = ['_uuid', '_submission_time', '_index'].filter((name) => first.includes(name));
	if (own.length < 2) return 0;
	const below = second.filter((cell) => cell.trim() !== '');
	return below.length > 0 && below.every(isTag) ? 2 : 1;
}

const lastPart = (path: string): string => path.split('/').at(-1) ?? path;

/** Questions to which several answers could be chosen: their answers joined, with a column for each option beside. */
const joinedOf = (paths: readonly string[]): Set<string> => {
	const beginnings = new Set(
		paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))))
	);
	return new Set(paths.filter((path) => beginnings.has(path)));
};

/** What is known of a place, of which Kobo writes all together and each of its four numbers. */
const PLACE = /^(.*\/)?_([^/]+)_(latitude|longitude|altitude|precision)$/;

/** What is written of a place beside its latitude and longitude, whose names say what they are. */
const placesOf = (paths: readonly string[]): Set<string> =>
	new Set(
		paths.flatMap((path) => {
			const found = PLACE.exec(path);
			const own = /_(altitude|precision)$/.test(path) ? [path] : [];
			return found ? [...own, `${found[1] ?? ''}${found[2]}`] : [];
		})
	);

/** A name without what the form's next version put behind it: `zufrieden_001`. */
const unversioned = (name: string): string => name.replace(/_\d{3}$/, '');

/** Columns of one question: of the same words in several groups or versions, each option by itself. */
function versions([headings = []]: Rows): number[][] {
	const paths = headings.map((heading) => heading.trim());
	const joined = joinedOf(paths);
	const columns = new Map<string, number[]>();
	paths.forEach((path, index) => {
		if (role(path) || path.startsWith('_') || PLACE.test(path)) return;
		const parts = path.split('/');
		const question = parts.slice(0, -1).join('/');
		const option = joined.has(question) ? `/${parts.at(-1)}` : '';
		const name = unversioned(lastPart(option === '' ? path : question)) + option;
		columns.set(name, [...(columns.get(name) ?? []), index]);
	});
	return [...columns.values()].filter((places) => places.length > 1);
}

/**
 * KoboToolbox' CSV. Multiple choice comes twice: all answers joined in one column, and one column
 * of 0 and 1 for each option, named `Frage/Option`; the joined one says nothing more. Groups of the form
 * stand before a slash.
 */
export const kobotoolbox: Format = {
	tool: 'kobotoolbox',
	headerRows,
	versions,
	read([headings = []]) {
		const paths = headings.map((heading) => heading.trim());
		const [joined, places] = [joinedOf(paths), placesOf(paths)];
		const times = new Map<string, number>();
		for (const name of paths.map(lastPart)) times.set(name, (times.get(name) ?? 0) + 1);
		return paths.map((heading) => {
			const known =
				role(heading) ??
				(joined.has(heading) ? 'ignored' : places.has(heading) ? 'token' : undefined);
			const question = heading.split('/').slice(0, -1).join('/');
			const name = lastPart(heading);
			const isOption = joined.has(question);
			const text = isOption
				? { ...arrayRow(lastPart(question), name), several: true }
				: { text: name };
			const code = isOption || times.get(name)! > 1 ? heading : name;
			return { heading, code, ...text, ...(known ? { role: known } : {}) };
		});
	}
};
