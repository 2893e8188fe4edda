export {
  databaseOutbox,
  oldestInOutbox,
  type DeliveryResult,
  type Outbox,
  type WaitingEvent,
} from './outbox';
export { deliverOutbox, type Delivered } from './deliver-outbox';
