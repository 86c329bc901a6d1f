/**
 * How the sheets of a wave were drawn and what their weights were calibrated to: what the variance of
 * a survey design needs. A stratum is a Quartier; its population is null where the master data say it.
 */
export const designs = [
	// The house that was drawn whole, by the number of its first sheet; 0 where sheets were drawn alone.
	`ALTER TABLE response ADD COLUMN cluster UINTEGER`,
	// Why a case was closed.
	`ALTER TABLE support_case ADD COLUMN reason USMALLINT`,
	`CREATE TABLE wave_stratum (wave USMALLINT, quartier USMALLINT, houses BOOLEAN, population DOUBLE)`,
	// The cell of a member (a Quartier, or a category of a group) in each margin of a calibrated wave.
	// How calibrating the weights of a wave ended.
	`CREATE TABLE calibration (wave USMALLINT, rounds UINTEGER, converged BOOLEAN, difference DOUBLE, capped UINTEGER, effective_size DOUBLE, least DOUBLE, most DOUBLE, sheets UINTEGER, unknown UINTEGER, joined VARCHAR)`,
	// Whether a sheet came in the second half of its wave; null where its day is not known.
	`ALTER TABLE response ADD COLUMN late BOOLEAN`,
	`CREATE TABLE calibration_cell (wave USMALLINT, margin UTINYINT, dimension VARCHAR, member USMALLINT, cell USMALLINT)`
];
