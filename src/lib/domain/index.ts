export { z } from './zod';

export * from './clock';
export * from './definition';
export * from './estimate';
export * from './event';
export * from './figure-source';
export * from './inventory';
export * from './item';
export * from './map';
export * from './problem';
export * from './quartier';
export * from './query';
export * from './records';
export * from './release';
export * from './result';
export * from './scale';
export * from './versioned';
export * from './wave';
