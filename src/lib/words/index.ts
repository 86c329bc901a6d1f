export * from './format';
export { locale, tag, type Locale } from './locale';
export { message, problemOf, sentence } from './problem';
