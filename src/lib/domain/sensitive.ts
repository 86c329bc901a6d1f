/**
 * What a question or a group can be about that nobody should be told by, even in a large group: special categories of
 * personal data (Art. 9 GDPR), and what a tenancy or a case can turn on.
 */
const SENSITIVE_KINDS = [
	'language',
	'origin',
	'health',
	'religion',
	'income',
	'addiction',
	'violence',
	'neglect'
] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** Words by which each is told, in German and English; parts of words where a language puts them together. */
const WORDS: Record<SensitiveKind, RegExp> = {
	language:
		/mutter.?sprache|sprachkenntnis|deutschkenntnis|sprache zu ?hause|welche sprache|\blanguages?\b|mother tongue/iu,
	origin:
		/herkunft|staatsangeh|nationalit|migrationshintergrund|zuwander|geflüchtet|geburtsland|\borigin\b|ethnic|citizenship|country of birth|refugee|migration background/iu,
	health:
		/gesundheit|krankheit|erkrank|behinder|pflegegrad|pflegebedürft|psychisch|beeinträchtig|schwerbehind|\bhealth|illness|disease|disab|care level|impair/iu,
	religion: /religion|konfession|glaube(?:n|nsgemeinschaft)|kirchenzugeh|\bfaith\b|denominat/iu,
	income:
		/einkommen|einkünfte|bürgergeld|grundsicherung|sozialhilfe|hartz|arbeitslosengeld|transferleistung|wohngeld|\bincome\b|welfare|unemployment benefit|housing benefit/iu,
	addiction: /sucht(?!e)|alkohol|drogen|spielsucht|addict|alcohol|\bdrugs?\b|gambling/iu,
	violence: /gewalt|missbrauch|misshandl|stalking|violence|abuse/iu,
	neglect: /verwahrlos|messie|vermüll|neglect|hoarding|squalor/iu
};

/** What of all that a text is about; null where it is about none. A guess by words: people can say otherwise. */
export const sensitiveKind = (text: string): SensitiveKind | null =>
	SENSITIVE_KINDS.find((kind) => WORDS[kind].test(text)) ?? null;

/** Whether a group of persons is sensitive, and if so whether figures are told by it. */
export const GROUP_USES = ['harmless', 'hidden', 'shown'] as const;
export type GroupUse = (typeof GROUP_USES)[number];

/** How a group is used: as somebody said, else by its name; what seems sensitive is not shown before somebody says so. */
export const groupUse = (name: string, said: Readonly<Record<string, GroupUse>>): GroupUse =>
	said[name] ?? (sensitiveKind(name) === null ? 'harmless' : 'hidden');
