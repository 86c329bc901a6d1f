import { INDEX_TOPICS } from '../domain';

/** The indices of all topics. */
export const TOPIC_INDICES = INDEX_TOPICS.map((topic) => `index-${topic}`);

/** Measures that the trend can show. */
export const TRENDS = ['satisfied-overall', 'mean-satisfaction', ...TOPIC_INDICES, 'nps'];
