import { expect, test } from 'vitest';
import { suggestTopic } from './topics';

test.each([
	['Wie zufrieden sind Sie insgesamt mit Ihrer Wohnung?', 'overall'],
	['Zufriedenheit insgesamt', 'overall'],
	['Overall, how satisfied are you with your landlord?', 'overall'],
	['Weiterempfehlung (0 bis 10)', 'recommendation'],
	['Would you recommend us to a friend?', 'recommendation'],
	['Sicherheit: In der Wohnung', 'safety'],
	['Wie sicher fühlen Sie sich abends auf dem Weg nach Hause?', 'safety'],
	['I feel safe in my home', 'safety'],
	['Service: Freundlichkeit', 'service'],
	['Wie zufrieden sind Sie mit Reparaturen in der Wohnung?', 'service'],
	['Nachbarschaft: Umgang mit Konflikten', 'neighbourhood'],
	['Contact with neighbours', 'neighbourhood'],
	['Wohnumfeld: Parkplätze', 'environment'],
	['Grünflächen und Spielplätze', 'environment'],
	['Parking and green spaces', 'environment'],
	['Wohnung: Zustand der Wohnung', 'housing'],
	['Gebäude: Sauberkeit im Treppenhaus', 'housing'],
	['Lift and staircase', 'housing'],
	['Kennen Sie den Nachbarschaftstreff?', 'other'],
	['Denken Sie an einen Umzug?', 'other'],
	['Q01[SQ001]', 'other'],
	['', 'other']
])('%j', (text, topic) => expect(suggestTopic(text)).toBe(topic));
