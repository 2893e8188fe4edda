export { clockOffsetOf } from './clock-offset';
export { eventIdOf, type EventPlace } from './event-id';
export { EARLIEST_EVENT_TIME, isoText, LATEST_AFTER_RECEIPT_MS, timeOf } from './event-time';
export {
  AMOUNT_DECIMALS,
  amountOf,
  countOf,
  flagOf,
  idOf,
  objectOf,
  objectsOf,
  textOf,
} from './field-values';
export { loginStateOf } from './login-state';
export { timeOfPlainText } from './plain-time';
export { currencyDigits, minorAmount } from './minor-amount';
export { readEvent, type ReadEvent } from './read-event';
export { copyOf, beginningOf } from './truncate';
