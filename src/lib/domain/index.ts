export { z } from './zod';

export * from './clock';
export * from './estimate';
export * from './problem';
export * from './query';
export * from './records';
export * from './scale';
export * from './versioned';
