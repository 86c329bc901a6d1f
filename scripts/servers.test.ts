import { expect, it } from 'vitest';
import { exampleFile, exampleFiles, exampleWithin } from './examples';
import { leftOut } from './servers';

it('says in one sentence which servers were not tried', () => {
	expect(leftOut(() => true)).toBeUndefined();
	expect(leftOut((name) => name === 'Apache')).toMatch(/^Left out: .* for nginx, not installed/);
	expect(leftOut(() => false)).toMatch(/^Left out: .* for nginx and Apache, not installed/);
});

it('finds the examples of docs/hosting.md by where they belong', () => {
	const paths = (language: 'nginx' | 'apache') => exampleFiles(language).map(({ path }) => path);
	expect(paths('nginx')).toEqual([
		'conf.d/quartierspiegel.conf',
		'snippets/quartierspiegel.conf',
		'sites-available/quartierspiegel'
	]);
	expect(paths('apache')).toEqual([
		'conf-available/quartierspiegel.conf',
		'sites-available/quartierspiegel.conf'
	]);
	expect(exampleWithin('nginx')).toContain('location ^~ /quartierspiegel/');
	expect(exampleWithin('apache')).toContain('Alias /quartierspiegel ');
	expect(exampleFile('xml')).toMatch(/^<\?xml /);
});
