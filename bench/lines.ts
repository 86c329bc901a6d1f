/** A line of the table: what was measured, its limit, and what stands beside it. */
export type Line = [what: string, ours: string, limit: string, beside: string];

export const ms = (value: number): string => `${value.toFixed(0)} ms`;
