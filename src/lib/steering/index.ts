export { eventsOf, eventsSchema, mergeEvents, withEvent } from './events';
