export { ANONYMISED_DATE, parseDate } from './dates';
export { dateReading, namesDay, type DateReading } from './date-reading';
export { numberFormat, numberText, parseNumber } from './numbers';
export { numberReading, type NumberReading } from './number-reading';
