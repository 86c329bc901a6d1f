import type { IndexTopic, Words } from '../../domain';

export const TOPIC_NAMES: Record<IndexTopic, Words> = {
	housing: { de: 'Wohnung und Gebäude', en: 'Flat and building' },
	environment: { de: 'Wohnumfeld', en: 'Surroundings' },
	safety: { de: 'Sicherheit', en: 'Safety' },
	neighbourhood: { de: 'Nachbarschaft', en: 'Neighbourhood' },
	service: { de: 'Service', en: 'Service' }
};
