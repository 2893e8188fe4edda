export { clickstreamApi, DeliveryError, type ClickstreamApi } from './clickstream-api';
export { createRandom, type Random } from './random';
export { sendSessions, type SendingResult } from './send-sessions';
export { simulate, simulationStart, type SimulationOptions } from './simulate';
export { openTruthLedger, truthOf, type Truth, type TruthLedger } from './truth';
export type { SimulatedEvent, SimulatedSession } from './visit';
export type { Tally } from './tally';
export type { ProductTally } from './product-tally';
