export { textsOf } from './bucket-text';
export { anErasureWorld, idsOf, rawEvent, VICTIM, type ErasureWorld } from './erasure-world';
