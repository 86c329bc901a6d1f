export { eventsOf, eventsSchema, withEvent } from './events';
