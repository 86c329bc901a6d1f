/**
 * The first tables. Answers are kept long and narrow and are loaded sorted by Quartier, wave and
 * item. Every name is a number from `quartier`, `wave`, `item` or `category`, so a filter never
 * carries text from a file into SQL. A profile is a set of categories that one person has together
 * (the covariate pattern of the field), such as `65 and older` with `lives alone`; number 0 is
 * nobody's group.
 */
export const tables = [
	`CREATE TABLE quartier (id USMALLINT, key VARCHAR, name VARCHAR, city VARCHAR)`,
	`CREATE TABLE quartier_year (quartier USMALLINT, year USMALLINT, dwellings UINTEGER, households UINTEGER)`,
	`CREATE TABLE wave (id USMALLINT, name VARCHAR, field_from DATE, field_to DATE)`,
	`CREATE TABLE item (id USMALLINT, key VARCHAR, code VARCHAR, text VARCHAR, topic VARCHAR, derived BOOLEAN, scale VARCHAR)`,
	`CREATE TABLE category (id USMALLINT, dimension VARCHAR, name VARCHAR)`,
	`CREATE TABLE profile (id UINTEGER, category USMALLINT)`,
	`CREATE TABLE response (id UINTEGER, quartier USMALLINT, wave USMALLINT, profile UINTEGER, weight DOUBLE)`,
	`CREATE TABLE answer (response UINTEGER, quartier USMALLINT, wave USMALLINT, item USMALLINT, profile UINTEGER, value DOUBLE, top UTINYINT, weight DOUBLE)`,
	`CREATE TABLE support_case (id UINTEGER, quartier USMALLINT, opened DATE, closed DATE, area USMALLINT, topic USMALLINT, access USMALLINT, work_form USMALLINT, outcome USMALLINT, success BOOLEAN, profile UINTEGER)`
];
