import { QUARTIER, type Field } from './fields';

/** One row per answer sheet. Everything that is none of these is an item, a group, a text or left out. */
export const SURVEY_FIELDS: readonly Field[] = [
	{
		role: 'id',
		aliases: [
			'id',
			'Antwort ID',
			'Response ID',
			'Bogen Nr',
			'Bogennr',
			'Nr',
			'Nummer',
			'Bogennummer',
			'Fragebogen',
			'Fragebogennummer',
			'Fragebogen Nr',
			'Bogen',
			'Sheet',
			'Respondent ID',
			'RespondentID',
			'lfd Nr',
			'Laufende Nummer',
			'case',
			'cds'
		]
	},
	{
		role: 'date',
		aliases: [
			'Eingang',
			'Eingangsdatum',
			'Datum',
			'Rücklauf',
			'Datum abgeschickt',
			'Date submitted',
			'submitdate',
			'date',
			'Zeitstempel',
			'timestamp',
			'Ausgefüllt am',
			'Fertigstellungszeit'
		]
	},
	QUARTIER,
	{
		role: 'wave',
		aliases: [
			'Welle',
			'Befragungswelle',
			'Erhebungswelle',
			'Erhebung',
			'Befragungsjahr',
			'Erhebungsjahr',
			'wave',
			'survey wave',
			'Befragung'
		]
	},
	{
		role: 'weight',
		aliases: ['Gewicht', 'Gewichtung', 'Gewichtungsfaktor', 'weight', 'weights', 'wt', 'pw', 'w']
	},
	{
		role: 'cluster',
		aliases: [
			'Gebäudenummer',
			'Gebäude Nr',
			'Hauseingang',
			'building id',
			'building number',
			'cluster'
		]
	}
];
