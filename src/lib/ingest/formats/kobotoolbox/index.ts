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

/**
 * KoboToolbox' CSV. Multiple choice comes twice: all answers joined in one column, and one column
 * of 0 and 1 for each option, named `Frage/Option`; the joined one says nothing more.
 */
export const kobotoolbox: Format = {
	tool: 'kobotoolbox',
	headerRows,
	read([headings = []]) {
		const named = new Set(headings.map((heading) => heading.trim()));
		const joined = new Set(
			[...named].filter((one) => [...named].some((other) => other.startsWith(`${one}/`)))
		);
		return headings.map((cell) => {
			const heading = cell.trim();
			const known = role(heading) ?? (joined.has(heading) ? 'ignored' : undefined);
			const parts = heading.split('/');
			const question = parts.slice(0, -1).join('/');
			const text = joined.has(question)
				? { ...arrayRow(question.split('/').at(-1) ?? '', parts.at(-1) ?? ''), several: true }
				: { text: parts.at(-1) ?? heading };
			return { heading, code: heading, ...text, ...(known ? { role: known } : {}) };
		});
	}
};
