import type { IndexTopic } from '../../src/lib/domain';

export type SampleItem = {
	/** heading of the column */
	heading: string;
	topic: IndexTopic | 'overall';
	/** share satisfied (top two of five) in an average Quartier */
	share: number;
	/** share of `weiß nicht`: high where not every tenant has the experience */
	unknown: number;
};

const item = (
	topic: SampleItem['topic'],
	heading: string,
	share: number,
	unknown = 0.01
): SampleItem => ({ heading, topic, share, unknown });

export const ITEMS: readonly SampleItem[] = [
	item('overall', 'Zufriedenheit insgesamt', 0.72),
	item('housing', 'Wohnung: Zustand der Wohnung', 0.66),
	item('housing', 'Wohnung: Grundriss und Größe', 0.7),
	item('housing', 'Wohnung: Heizung und Warmwasser', 0.68),
	item('housing', 'Gebäude: Sauberkeit im Treppenhaus', 0.6),
	item('housing', 'Gebäude: Eingang und Keller', 0.58, 0.02),
	item('environment', 'Wohnumfeld: Grünflächen und Spielplätze', 0.64, 0.03),
	item('environment', 'Wohnumfeld: Einkaufen in der Nähe', 0.72),
	item('environment', 'Wohnumfeld: Parkplätze', 0.48, 0.08),
	item('environment', 'Wohnumfeld: Müllplatz', 0.52),
	item('environment', 'Wohnumfeld: Bus und Bahn', 0.7, 0.04),
	item('safety', 'Sicherheit: In der Wohnung', 0.74),
	item('safety', 'Sicherheit: Im Haus', 0.68),
	item('safety', 'Sicherheit: Abends auf dem Weg nach Hause', 0.56, 0.05),
	item('neighbourhood', 'Nachbarschaft: Kontakt zu den Nachbarn', 0.72, 0.02),
	item('neighbourhood', 'Nachbarschaft: Gegenseitige Hilfe', 0.62, 0.05),
	item('neighbourhood', 'Nachbarschaft: Umgang mit Konflikten', 0.6, 0.09),
	item('service', 'Service: Erreichbarkeit', 0.62, 0.03),
	item('service', 'Service: Freundlichkeit', 0.75, 0.03),
	item('service', 'Service: Reparaturen', 0.58, 0.06),
	item('service', 'Service: Umgang mit Beschwerden', 0.5, 0.13)
];

export const RECOMMENDATION = 'Weiterempfehlung (0 bis 10)';
export const KNOWS_TREFF = 'Kennen Sie den Nachbarschaftstreff?';
