/**
 * What is recorded beside cases: contacts, rent debts and benefits, which refer to a case by its
 * pseudonym, and the work of meeting places, cooperations and events. Words are numbers from
 * `category`, a Quartier that is missing means all of them.
 */
export const records = [
	// How an item was worded in a wave, where the user said that it goes on from another one.
	`CREATE TABLE item_wording (item USMALLINT, wave USMALLINT, text VARCHAR)`,
	`CREATE TABLE open_answer (response UINTEGER, question VARCHAR, text VARCHAR)`,
	`ALTER TABLE support_case ADD COLUMN case_key VARCHAR`,
	`CREATE TABLE contact (case_key VARCHAR, day DATE, kind USMALLINT, minutes USMALLINT, first BOOLEAN)`,
	`CREATE TABLE rent_debt (case_key VARCHAR, noted DATE, owed_start DOUBLE, owed_end DOUBLE, months DOUBLE, stage USMALLINT, solution USMALLINT, averted BOOLEAN)`,
	`CREATE TABLE benefit (case_key VARCHAR, kind USMALLINT, advised BOOLEAN, advised_on DATE, entitled BOOLEAN, entitled_on DATE, applied BOOLEAN, applied_on DATE, decided_on DATE, granted BOOLEAN, granted_on DATE, euros_a_month DOUBLE, months USMALLINT)`,
	`CREATE TABLE meeting_place_day (treff USMALLINT, quartier USMALLINT, day DATE, offer USMALLINT, target_group USMALLINT, visits UINTEGER, volunteers USMALLINT, hours DOUBLE)`,
	`CREATE TABLE cooperation (partner USMALLINT, kind USMALLINT, quartier USMALLINT, since DATE, until DATE)`,
	`CREATE TABLE event (quartier USMALLINT, first_day DATE, last_day DATE, kind VARCHAR, title VARCHAR)`
];
