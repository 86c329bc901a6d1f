export * from './format';
export { locale, type Locale } from './locale';
export { message, problemOf, sentence } from './problem';
