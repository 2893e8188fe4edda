export { type BooksHealth } from './books/books-health';
export { type WarehouseHealth } from './ledger/warehouse-health';
export { addReturnHosts } from './row/channel/return-hosts';
export { loadRun, NO_WORK, type LoadRun, type RunResult } from './run/load-run';
export { LOAD_VARIABLES } from './run/load-settings';
export { runOnTerminal } from './run/run-on-terminal';
