export * from './format';
export { dimensionText, groupText, isKnownGroup, KNOWN_GROUPS } from './group';
export { locale, type Locale } from './locale';
export { message, problemOf, sentence } from './problem';
