export { ANONYMISED_DATE, parseDate } from './dates';
export { dateReading, namesDay, type DateOrder, type DateReading } from './date-reading';
export { numberFormat, numberText, parseNumber, type NumberFormat } from './numbers';
export { numberReading, type NumberReading } from './number-reading';
