/** What the address, notes and files call a wave, whatever its name is now. */
export const keys = [`ALTER TABLE wave ADD COLUMN key VARCHAR`];
