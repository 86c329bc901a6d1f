import { fold, spaced } from './fold';

/** What cannot be said, as its words go: every line one way to say that there is no answer. */
const SAYINGS: readonly RegExp[] = [
	// symbols and abbreviations
	/^(n a|na|nan|null|k a|ka|w n|kw|dk|d k|rf|nr|n r|t n z|tnz( \w+)*|inapp?|inap( .*)?|v|unspecified|undefined|none given)$/,
	/^(survey )?(rating|response|answer|value) unspecified$/,
	// not known
	/^(das |ich )?weiss( ich| man)?( es| das| dazu)?( noch| gar| leider)? nicht( genau)?$/,
	/^weissnicht$|^keineangaben?$|^keineantwort$|^keinemeinung$/,
	/^(i )?(do not|dont|did not|didnt) know( yet| enough.*| for the entire block| the (person|party).*)?$/,
	/^(not sure|unknown|unbekannt|nicht bekannt|not known|schwer zu sagen|hard to say|cant say|noch unklar|cant choose)$/,
	/^(ich )?kenne( ich| das| es| sie| ihn)?( (diese?[nrs]?|das|die|den) [\w ]+?)? nicht$/,
	/^ich weiss nicht ob .*$/,
	// no answer
	/^(bitte )?(keine?|ohne|no) (angaben?|antwort|meinung|auskunft|aussage|bewertung|beurteilung|einschaetzung|rueckmeldung|erfahrung|answer|response|opinion|comment|reply|data|experience|basis)( (moeglich|dazu|ausgewaehlt|gegeben|vorhanden|given|provided|to judge))?$/,
	/^(wurde )?(nicht|not|un) ?(beantwortet|beurteilt|beurteilbar|bewertet|bewertbar|anwendbar|zutreffend|erhoben|gezeigt|gefragt|befragt|angegeben|bestimmbar|generierbar|berechenbar|erreicht|ausgefuellt|answered|applicable|stated( or inferred)?|asked|shown|reached|available|provided|specified|ascertained|in panel)$/,
	/^(did not|didnt) (answer|respond|say)$/,
	/^(bitte (waehlen|auswaehlen)|please (select|choose))$/,
	/^(item|unit|partial) non ?response$|^nonresponse$|^missing( (by|value|data|system).*)?$|^fehlend(er wert)?$|^(valid |legitimate )?skip(ped)?$|^filter(fuehrung)?$|^datenfehler( .*)?$|^wert unplausibel$|^ambiguous answer$|^(schriftlich )?(unzulaessige )?(doppel|mehrfach)nennung$/,
	/^question not shown$|^(merkmal |im |in )?.*nicht erhoben$|^.*werden nicht befragt$/,
	// cannot or will not say
	/^(das |dazu )?(ich )?(kann|koennen|konnte|moechte|moechten|will|wollen)( ich| wir)?( das| es| dies| dazu| hierzu)?( noch| derzeit| leider)? (nichts?|keine angaben?)( dazu| hierzu| genau)? (sagen|beurteilen|bewerten|einschaetzen|beantworten|angeben|machen|mitteilen)( .*)?$/,
	/^(i )?(cannot|cant|can not|unable to|couldnt) (answer|say|judge|rate|tell|choose|assess|evaluate)$/,
	/^(i |i would )?(prefer|rather) not( to)? (say|answer|respond|disclose)( the entire block)?$/,
	/^(i )?(do not|dont|did not) (want|wish) to (say|answer|respond)$/,
	/^(refus(ed?|al)|refuse to answer|declined?)( to .*)?$|^(befragte[rn]? )?verweigert( (die )?(auskunft|antwort|aussage|angabe).*)?$|^(antwort|auskunft|aussage|angaben?) verweigert$/,
	/^i have not .* to say$/,
	// does not apply
	/^(das )?(trifft|traf|betrifft|betraf)( (auf|fuer) (mich|uns))?( (auf|fuer) (mich|uns))? nicht( (auf|fuer) (mich|uns))? ?(zu)?( (auf|fuer) (mich|uns))?( zu)?$/,
	/^(betrifft|trifft) (mich|uns) nicht$|^trifft nicht (auf|fuer) (mich|uns) zu$|^entfaellt$|^kommt nicht vor$|^(nicht|not) (vorhanden|moeglich)$|^nein nicht moeglich$/,
	/^(does not|doesnt) apply( to (me|us))?$|^not applicable( to .*)?$|^not relevant to (me|us)$|^i (dont|do not) do this$|^unfamiliar$/
];

const spoken = (text: string): string =>
	fold(spaced(text))
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const says = (text: string): boolean => SAYINGS.some((one) => one.test(text));

/** Longer texts are answers in people's own words. */
const LONGEST = 60;

/**
 * How the sayings begin, and words of which one stands in each: most cells of a file need no closer look.
 */
const BEGINNING =
	/^[^\p{L}]*(?:das|dazu|ich|wei[sß]|kw|keine|ohne|i\b|do\b|don|did|can|could|not|nicht|un|schwer|hard|noch|kenne|bitte|please|no\b|wurde|item|missing|fehl|valid|legit|skip|filter|daten|wert|amb|schrift|doppel|mehrfach|question|merkmal|kann|k[oö]nn|konnte|m[oö]chte|will|woll|i['’]|prefer|rather|refus|decl|antw|trifft|traf|betr|entf|kommt|nein|does|inap|tnz|survey|rating|response|value|none|nr|partial|.{1,5}$|k\.? ?a\b|n\/?a\b|d\/?k\b)/iu;
const HINT =
	/nicht|kein|ohne|unbekannt|unklar|schwer zu|w[aä]hlen|know|answer|response|respon[ds]|appl|not\b|^no |unknown|unspecified|undefined|none given|hard to|can['’ ]?t|cannot|unable|refus|declin|verweiger|entf[aä]llt|missing|fehl|skip|filter|inap|tnz|unplausibel|nennung|opinion|comment|unfamiliar|select|choose|^.{1,5}$|\bdk\b|\bna\b/i;
const ENDING = /nicht (erhoben|befragt)$|verweigert/i;

/** The parts of an answer that names several reasons: "weiß nicht / keine Angabe". */
const parts = (answer: string): string[] =>
	answer.split(/\s*[/;,]\s*|\s+(?:oder|or)\s+/).filter((part) => part !== '');

/** Answers that only signs make up: a dash, a question mark, a code of Stata such as `.d`. */
const SIGNS = /^([-–—.?*]+|\.[a-z]|#?n\/?a!?)$/i;

/**
 * True for answers outside n and base: don't know, not applicable, no answer, refused, not shown. What it
 * says may depend on the others of its set: see `setApart`.
 */
export function saysNothing(answer: string): boolean {
	const text = answer.replaceAll('_', ' ').trim();
	if (text === '' || text.length > LONGEST || /^[+-]?[\d.,\s]*\d$/.test(text)) return false;
	if (SIGNS.test(text)) return true;
	if (!(BEGINNING.test(text) && HINT.test(text)) && !ENDING.test(text)) return false;
	const whole = spoken(text.replace(/^\[na\]\s*/i, ''));
	if (says(whole)) return true;
	const bracketed = /^(.*?)\s*\((.*)\)\s*$/.exec(text);
	if (bracketed && (says(spoken(bracketed[1] ?? '')) || /^(dk|na|n\/a)$/i.test(bracketed[2] ?? '')))
		return true;
	const several = parts(text);
	return several.length > 1 && several.every((part) => says(spoken(part)));
}

/** Words that make an answer of what would be none, where others of the set have them too. */
const SHARED = [
	'trifft',
	'kenne',
	'sure',
	'moeglich',
	'relevant',
	'apply',
	'applies',
	'bekannt',
	'zutreffend',
	'applicable',
	'stimmt',
	'vorhanden',
	'erfahrung',
	'experience',
	'meinung',
	'opinion'
];

/** The answers of a set, and those that are none: "trifft nicht zu" is one where others say "trifft eher zu". */
export function setApart(answers: readonly string[]): [string[], string[]] {
	const silent = new Set(answers.filter(saysNothing));
	if (silent.size === 0) return [[...answers], []];
	const words = answers
		.filter((answer) => !silent.has(answer))
		.map((answer) => spoken(answer).split(' '));
	const signs = answers.some((answer) => /^\++$/.test(answer.trim()));
	const personal = (one: readonly string[]) =>
		one.some((word) => ['mich', 'uns', 'me', 'us'].includes(word));
	const isAnswer = (answer: string): boolean => {
		if (signs && /^[-–]+$/.test(answer.trim())) return true;
		const own = spoken(answer).split(' ');
		return SHARED.some(
			(shared) =>
				own.includes(shared) &&
				words.some((other) => other.includes(shared) && personal(other) === personal(own))
		);
	};
	const outside = [...silent].filter((answer) => !isAnswer(answer));
	return [answers.filter((answer) => !outside.includes(answer)), outside];
}
