import { CASE_COURSES, type Compared } from '$lib/dashboards';

/** At most so many Quartiere stand side by side: more are a table. */
export const MOST = 4;

/** What the address says is to be compared; the first Quartier and the second where it says nothing. */
export function comparedFrom(
	params: URLSearchParams,
	keys: readonly string[],
	groups: readonly string[]
): Compared {
	const named = [...new Set(params.getAll('mit'))].filter((key) => keys.includes(key));
	const mode = params.get('art');
	const quartiere = (named.length > 0 ? named : keys.slice(0, 2)).slice(0, MOST);
	return {
		quartiere: mode === 'rest' || mode === 'zeit' ? quartiere.slice(0, 1) : quartiere,
		rest: mode === 'rest',
		periods: mode === 'zeit',
		standardise:
			params.get('standard') === '1'
				? ['age', 'household'].filter((group) => groups.includes(group))
				: [],
		casework: CASE_COURSES.find((id) => id === params.get('faelle')) ?? CASE_COURSES[0]!
	};
}

/** The comparison as it stands in the address, filters aside. */
export function paramsFrom({
	quartiere,
	rest,
	periods,
	standardise,
	casework
}: Compared): URLSearchParams {
	const params = new URLSearchParams(quartiere.map((key) => ['mit', key]));
	if (rest) params.set('art', 'rest');
	if (periods) params.set('art', 'zeit');
	if (standardise.length > 0) params.set('standard', '1');
	if (casework !== CASE_COURSES[0]) params.set('faelle', casework);
	return params;
}
