export { evaluate, MOST_HIDDEN, type EvaluateOptions } from './evaluate';
export type { Audience } from './protect';
