export { z } from './zod';

export * from './estimate';
export * from './problem';
export * from './query';
export * from './records';
export * from './scale';
