/** One word for answer sheets. */
export const responses = [`ALTER TABLE calibration RENAME COLUMN sheets TO responses`];
