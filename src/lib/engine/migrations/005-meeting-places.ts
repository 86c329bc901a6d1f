/** One name for a meeting place, and whether a target group is young, as a person has said. */
export const meetingPlaces = [
	`ALTER TABLE meeting_place_day RENAME COLUMN treff TO meeting_place`,
	`ALTER TABLE meeting_place_day ADD COLUMN young BOOLEAN`
];
