import { describe, expect, test } from 'vitest';
import { column, csv, read, rowsOf, roles } from './testing';

describe('LimeSurvey', () => {
	const CODES = [
		'"id","submitdate","lastpage","startlanguage","seed","token","ipaddr","Q00","Q01[SQ001]","Q01[SQ002]","Q02","Q02[other]","Q03[SQ001]","Q03[SQ001comment]","interviewtime","groupTime12","Q01Time"',
		'"1","2025-06-01 12:00:00","5","de","1234","abcdef","192.0.2.1","A1","A1","A2","5","","Y","","120.5","60.1","12.3"',
		'"2","2025-06-02 12:00:00","5","de","1235","abcdeg","192.0.2.2","A2","A5","","3","anderes","","weil\nja","121.5","61.1","13.3"',
		'"3","","2","de","1236","abcdeh","192.0.2.3","A1","A3","A4","4","","N","","12.5","6.1","1.3"'
	].join('\r\n');

	test('question codes', () => {
		const recognised = read(CODES);
		expect(recognised.mapping).toMatchObject({
			kind: 'survey',
			tool: 'limesurvey',
			separator: ','
		});
		expect(rowsOf(recognised.table)).toHaveLength(3);
		expect(roles(CODES)).toEqual({
			id: 'id',
			submitdate: 'date',
			lastpage: 'ignored',
			startlanguage: 'ignored',
			seed: 'ignored',
			token: 'dropped',
			ipaddr: 'dropped',
			Q00: 'item',
			'Q01[SQ001]': 'item',
			'Q01[SQ002]': 'item',
			Q02: 'item',
			'Q02[other]': 'text',
			'Q03[SQ001]': 'item',
			'Q03[SQ001comment]': 'text',
			interviewtime: 'timing',
			groupTime12: 'timing',
			Q01Time: 'timing'
		});
		expect(column(recognised, 'Q01[SQ001]').item).toMatchObject({
			code: 'Q01[SQ001]',
			group: 'Q01',
			scale: { labels: ['A5', 'A4', 'A3', 'A2', 'A1'], settled: false }
		});
		expect(column(recognised, 'Q02').item?.group).toBeUndefined();
		expect(column(recognised, 'token').dropped).toBe('token');
		expect(column(recognised, 'ipaddr').dropped).toBe('ip');
	});

	test('codes and texts', () => {
		const text = csv(
			[
				'id. Antwort ID',
				'submitdate. Datum Abgeschickt',
				'zuf. Wie zufrieden sind Sie insgesamt?',
				'sich[haus]. Wie sicher fühlen Sie sich? [Im Haus]',
				'sich[weg]. [Auf dem Weg]',
				'name. Ihr Name'
			],
			[
				['1', '2025-06-01 10:00:00', 'sehr zufrieden', 'eher sicher', 'sehr sicher', 'A'],
				['2', '2025-06-02 10:00:00', 'eher zufrieden', 'sehr unsicher', 'eher sicher', 'B'],
				['3', '2025-06-02 10:00:00', 'teils/teils', 'eher unsicher', 'keine Antwort', 'C']
			]
		);
		const recognised = read(text);
		expect(recognised.mapping.tool).toBe('limesurvey');
		expect(
			column(recognised, 'sich[haus]. Wie sicher fühlen Sie sich? [Im Haus]').item
		).toMatchObject({
			code: 'sich[haus]',
			text: 'Wie sicher fühlen Sie sich? – Im Haus',
			group: 'sich',
			topic: 'safety',
			scale: { id: 'safety4' }
		});
		expect(column(recognised, 'sich[weg]. [Auf dem Weg]').item).toMatchObject({
			code: 'sich[weg]',
			text: 'Auf dem Weg',
			scale: { nonSubstantive: ['keine Antwort'] }
		});
		expect(column(recognised, 'name. Ihr Name')).toMatchObject({
			role: 'dropped',
			dropped: 'name'
		});
	});

	test('German, full text, anonymous', () => {
		const text =
			'\uFEFF"Antwort ID","Datum Abgeschickt","Letzte Seite","Start-Sprache","Zufallsgeneratorstartwert","Zufriedenheit insgesamt","Treff [Kenne ich]","Gesamtzeit","Gruppenzeit: A","Fragenzeit: A1"\r\n' +
			'"1","1980-01-01 00:00:00","4","de","1","sehr zufrieden","Ja","100","10","1"\r\n"2","","2","de","2","Keine Antwort","N/A","90","9","2"\r\n"3","1980-01-01 00:00:00","4","de","3","eher\nzufrieden","Nein","95","9","2"\r\n';
		const recognised = read(text);
		expect(recognised.mapping).toMatchObject({ tool: 'limesurvey', encoding: 'utf-8-bom' });
		expect(Object.values(roles(text))).toEqual([
			'id',
			'ignored',
			'ignored',
			'ignored',
			'ignored',
			'item',
			'item',
			'timing',
			'timing',
			'timing'
		]);
		expect(column(recognised, 'Treff [Kenne ich]').item?.scale).toMatchObject({
			kind: 'yes-no',
			nonSubstantive: ['N/A']
		});
		expect(column(recognised, 'Treff [Kenne ich]').item).toMatchObject({
			text: 'Treff – Kenne ich',
			group: 'Treff'
		});
		// The first of January 1980 means no date: the field period has to be asked for.
		expect(recognised.mapping.waves).toEqual([{ key: '', name: '', from: '', to: '' }]);
	});

	test('a plain table that has an id is none', () => {
		expect(read('id;Frage 1\n1;gut\n').mapping.tool).toBe('csv');
	});
});
