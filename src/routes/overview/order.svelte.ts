/** How the heat table is sorted; it stays so while one goes to a Quartier and comes back. */
export const order = $state({ by: 'name', ascending: true });
