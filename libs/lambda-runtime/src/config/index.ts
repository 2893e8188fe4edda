export { readVariables, type Values } from './read-variables';
export { flag, list, optional, required, wholeNumber, type Environment, type Variable } from './variable';
