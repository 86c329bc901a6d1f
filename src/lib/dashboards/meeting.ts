import type { Noteworthy } from '../presentation';
import type { Need } from './need';
import { TOPIC_INDICES } from './topic-indices';

/** A picture that is proposed for a meeting: a panel of a Quartier, and what it shows, where that stands out. */
export type Proposal = {
	quartier: string;
	panel: string;
	/** the indicator that it shows, of a panel that can show several */
	indicator?: string;
	/** what stands out in it; undefined of a picture of how all of it stands */
	shows: Noteworthy | undefined;
};

/** The panel whose picture shows what stands out. */
function pictureOf(shows: Noteworthy): Proposal {
	const { quartier, kind, definition, panel } = shows;
	const { id, group } = definition;
	if (group !== 'survey') return { quartier, panel, shows };
	if (kind === 'new' && TOPIC_INDICES.includes(id)) return { quartier, panel, shows };
	if (kind === 'standing' && TOPIC_INDICES.includes(id)) {
		return { quartier, panel: id.replace(/^index-(.*)$/, '$1-items'), shows };
	}
	return { quartier, panel: 'trend', indicator: id, shows };
}

const keyOf = ({ quartier, panel, indicator = '' }: Proposal): string =>
	`${quartier} ${panel} ${indicator}`;

/**
 * Pictures for a meeting, those to propose first: what is new, between the course of the Quartier that needs most
 * and where fewest are satisfied there, and what stands apart: first another Quartier, so that not all are of one.
 */
export function meetingProposals(
	changes: readonly Noteworthy[],
	gaps: readonly Noteworthy[],
	needs: readonly Need[]
): Proposal[] {
	const [most] = needs;
	const whole = (panel: string): Proposal[] =>
		most ? [{ quartier: most.quartier, panel, shows: undefined }] : [];
	const news = changes.map(pictureOf);
	const isElsewhere = ({ quartier }: Noteworthy): boolean => quartier !== most?.quartier;
	const first = gaps.find(isElsewhere) ?? gaps[0];
	const apart = (first ? [first, ...gaps.filter((one) => one !== first)] : []).map(pictureOf);
	const all = [
		...whole('strip'),
		...news.slice(0, 2),
		...apart.slice(0, 1),
		...whole('priorities'),
		...news.slice(2),
		...apart.slice(1)
	];
	const known = new Set<string>();
	return all.filter((one) => !known.has(keyOf(one)) && known.add(keyOf(one)));
}
