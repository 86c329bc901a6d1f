import { QUARTIER, type Field } from './fields';

/** One row per case. A case has a Quartier and the day on which it was opened. */
export const CASE_FIELDS: readonly Field[] = [
	{
		role: 'id',
		aliases: [
			'Fall-Nr',
			'Fallnummer',
			'Fall-ID',
			'Fall',
			'Aktenzeichen',
			'Vorgang',
			'Vorgangsnummer',
			'Ticket',
			'Nr',
			'Nummer',
			'id',
			'case',
			'case id',
			'case number',
			'lfd Nr'
		]
	},
	{ ...QUARTIER, required: true },
	{
		role: 'date',
		required: true,
		aliases: [
			'Eröffnet',
			'Eröffnet am',
			'Eröffnung',
			'Beginn',
			'Fallbeginn',
			'Datum',
			'Aufnahme',
			'Erstkontakt',
			'angelegt am',
			'Eingegangen am',
			'Eingangsdatum',
			'Gemeldet am',
			'Meldedatum',
			'Erfasst am',
			'Erstellt am',
			'created',
			'created on',
			'reported on',
			'opened',
			'opened on',
			'start',
			'date'
		]
	},
	{
		role: 'closed',
		aliases: [
			'Geschlossen',
			'Geschlossen am',
			'Abgeschlossen',
			'Abgeschlossen am',
			'Abschluss',
			'Ende',
			'Fallende',
			'beendet',
			'beendet am',
			'Erledigt am',
			'Abschlussdatum',
			'closed at',
			'resolved on',
			'closed',
			'closed on',
			'end'
		]
	},
	{
		role: 'status',
		aliases: [
			'Status',
			'Stand',
			'Fallstatus',
			'Bearbeitungsstand',
			'Bearbeitungsstatus',
			'Stand der Bearbeitung',
			'status',
			'state',
			'case status'
		]
	},
	{
		role: 'area',
		aliases: ['Angebotsbereich', 'Leistungsbereich', 'Bereich', 'service area', 'area']
	},
	{
		role: 'topic',
		aliases: [
			'Anlass',
			'Thema',
			'Fallthema',
			'Problem',
			'Beratungsanlass',
			'Kategorie',
			'Fallart',
			'Anliegen',
			'Meldungsart',
			'category',
			'Grund',
			'topic',
			'reason'
		]
	},
	{
		role: 'access',
		aliases: [
			'Zugang',
			'Zugangsweg',
			'Meldung durch',
			'gemeldet durch',
			'access',
			'referral',
			'referred by'
		]
	},
	{ role: 'workform', aliases: ['Arbeitsform', 'Hilfeform', 'Methode', 'work form', 'workform'] },
	{
		role: 'outcome',
		aliases: ['Ergebnis', 'Ausgang', 'Erfolg', 'outcome', 'result']
	},
	{
		role: 'reason',
		aliases: [
			'Abschlussgrund',
			'Grund des Abschlusses',
			'Schließungsgrund',
			'Beendigungsgrund',
			'Grund der Beendigung',
			'reason for closing',
			'closing reason'
		]
	}
];

const SUCCESS =
	/^(erfolgreich|erfolg$|ziel erreicht|gelöst|erledigt|ja$|yes$|successful|success$|resolved|goal (achieved|reached))/i;

/** Whether an outcome reads like a success; the user confirms which ones are. */
export const looksLikeSuccess = (outcome: string): boolean => SUCCESS.test(outcome.trim());
