export { keyRangeOf, type KeyRange } from './bucket/key-range';
export { s3RawSource } from './bucket/raw-source';
export { createS3Client } from './bucket/s3-client';
export { openWarehouse } from './chunk/warehouse';
export { type WarehouseHealth } from './ledger/warehouse-health';
export { addReturnHosts } from './row/channel/return-hosts';
export { loadRun, NO_WORK, type RunResult } from './run/load-run';
export { LOAD_VARIABLES } from './run/load-settings';
export { waitForTurn } from './warehouse/run-lock';
