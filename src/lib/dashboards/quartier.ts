import type { Panel } from './panel';
import { EFFECT } from './panels/effect';
import { TROUBLE } from './panels/trouble';
import { WELLBEING } from './panels/wellbeing';
import { WORK } from './panels/work';

/** The panels of a Quartier, in the order in which one asks: how are they, where is it bad, what do we do, does it help. */
export const QUARTIER_PANELS: readonly Panel[] = [...WELLBEING, ...TROUBLE, ...WORK, ...EFFECT];
