export { TRUSTED_AHEAD_MS, TRUSTED_BEHIND_MS } from './clock-offset';
export { eventIdOf, type EventLocation } from './event-id';
export { isoText, timeOf } from './event-time';
export {
  AMOUNT_DECIMALS,
  amountOf,
  countOf,
  currencyOf,
  flagOf,
  idOf,
  moneyOf,
  objectOf,
  objectsOf,
  textOf,
} from './field-values';
export { jsonTextOf } from './json-text';
export { loginStateOf } from './login-state';
export { currencyDigits, minorAmount } from './minor-amount';
export { timeOfPlainText } from './plain-time';
export { readEvent, type EventFault, type ReadEvent } from './read-event';
export { remembering } from './remembering';
export { scrubEvent, type Scrubbed } from './scrub-event';
export { scrubFreeText } from './scrub-free-text';
export { copyOf, beginningOf } from './truncate';
export { isRefusedInJson, MAX_NESTING, nestsTooDeep, wellFormed } from './well-formed';
