export { TRUSTED_AHEAD_MS, TRUSTED_BEHIND_MS } from './time/clock-offset';
export { eventIdOf, type EventLocation } from './event-id';
export { isoText, timeOf } from './time/event-time';
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
export { jsonTextOf } from './text/json-text';
export { loginStateOf } from './login-state';
export { currencyDigits, minorAmount } from './money/minor-amount';
export { timeOfPlainText } from './time/plain-time';
export { memoize } from './text/memoize';
export { scrubEvent, type Scrubbed } from './scrub-event';
export { scrubFreeText } from './text/scrub-free-text';
export { detach, truncate } from './text/truncate';
export { isRefusedInJson, MAX_NESTING, nestsTooDeep, wellFormed } from './text/well-formed';
