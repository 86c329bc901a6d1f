import { afterEach, beforeEach, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { captionOf, questionCaption } from './caption';
import { change, estimate, resultOf, row } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

it('finds the words of an id', () => {
	const caption = captionOf('panel_response-course', {});
	expect(caption.name).not.toBe('');
	expect(caption.name).not.toContain('panel_');
	expect(caption.subtitle).not.toContain('panel_');
});

it('says the question below its chart where a finding stands in its place', () => {
	const question = { topic: 'safety', text: 'Wie sicher fühlen Sie sich?', chart: 'dots' } as const;
	const waves = { wave: '2025', against: '2022' };
	const quiet = resultOf([row('index-safety', { contrast: 'self' }, estimate(60, 4))]);
	expect(questionCaption(question, quiet, waves).subtitle).not.toContain('sicher fühlen');
	const found = resultOf([
		row('index-safety', { contrast: 'self' }, estimate(60, 4), change(11, { wave: '2022' }))
	]);
	const { name, subtitle } = questionCaption(question, found, waves);
	expect(name).toBe('Wie sicher fühlen Sie sich?');
	expect(subtitle).toMatch(/^Wie sicher fühlen Sie sich\?\. /);
});
