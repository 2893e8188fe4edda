export { formatOf } from './format-of';
export { importFile, type ImportOptions } from './import-file';
export { newReceipt, type Receipt } from './receipt';
export { openRows } from './rows/read-rows';
