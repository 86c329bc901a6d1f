/** What is looked for among the columns, and which of them have it. */
export type Found = { text: string; columns: ReadonlySet<number> };
