export { messageOf } from './message-of';
export { oneOf, webAddress } from './option-values';
export { FLAG, noOptions, optionReader, readArguments, readOptions, TEXT } from './read-options';
export { runCommand, type Command } from './run-command';
export { asUsage, UsageError } from './usage-error';
export { wholeNumber } from './whole-number';
