export { aLake, type TestLake } from './a-lake';
export { asTexts } from './as-texts';
export { readColumns } from '../relations/read-columns';
