import type { Format, Rows } from '../format';
import { technicalColumns } from '../headings';

const role = technicalColumns({
	id: ['CASE'],
	date: ['LASTDATA'],
	// A serial number belongs to an address, and a reference may hold one.
	token: ['SERIAL', 'REF'],
	timing: ['TIME_SUM', 'TIME_RSI', 'DEG_TIME'],
	ignored: [
		'QUESTNNR',
		'MODE',
		'LANGUAGE',
		'STARTED',
		'MAILSENT',
		'STATUS',
		'FINISHED',
		'Q_VIEWER',
		'LASTPAGE',
		'MAXPAGE',
		'MISSING',
		'MISSREL'
	]
});

const OWN = ['CASE', 'QUESTNNR', 'STARTED', 'FINISHED', 'LASTPAGE'];

/** SoSci Survey's data: codes as headings, −9 where nobody answered, −1 for “don’t know”. */
export const soscisurvey: Format = {
	tool: 'soscisurvey',
	headerRows: ([first = []]: Rows) =>
		first.includes('CASE') && OWN.filter((name) => first.includes(name)).length >= 3 ? 1 : 0,
	read: ([headings = []]) =>
		headings.map((cell) => {
			const heading = cell.trim();
			const known = role(heading) ?? (/^TIME\d+$/.test(heading) ? 'timing' : undefined);
			const array = /^([A-Z]{2}\d{2})_(\d+)$/.exec(heading);
			return {
				heading,
				code: heading,
				text: heading,
				...(array ? { group: array[1] ?? '', row: array[2] ?? '' } : {}),
				...(known ? { role: known } : {})
			};
		}),
	missing: ['-9', '-1'],
	ticks: { yes: ['2'], no: ['1'] }
};
