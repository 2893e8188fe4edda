/**
 * From rows to the warehouse: connections, turns and transactions, and what each chunk, fact and
 * ledger writes in them.
 */
export { Chunk } from './chunk/chunk';
export { deltasOf, refusedLines, rowOutcomes } from './chunk/load-chunk';
export { openWarehouse, type Warehouse } from './chunk/warehouse';
export { FACT_TABLES, FACTS_VERSION, rebuildFacts } from './facts/rebuild-facts';
export { writeFacts } from './facts/write-facts';
export { addToLedger } from './ledger/add-to-ledger';
export { type LineMove, moveLines } from './ledger/move-lines';
export { type RowOutcome } from './ledger/slice-deltas';
export { connectTo } from './warehouse/connect';
export { horizonAfter, horizonOf } from './warehouse/horizon';
export { compareCopies, conflictLines, ID_CONFLICT, type IdConflict } from './warehouse/id-conflicts';
export { insertQuarantine } from './warehouse/insert-quarantine';
export { insertRows } from './warehouse/insert-rows';
export { hasTimeForFacts, postponeFacts, rebuildOutdatedFacts } from './warehouse/rebuild-outdated-facts';
export { type RefusedRow } from './warehouse/refused-row';
export { countReplaced, replaceLaterCopies, type ReplacedCopy } from './warehouse/replace-later-copies';
export { RUN_LOCK, tryRunLock, waitForTurn } from './warehouse/run-lock';
export { inTransaction } from './warehouse/transaction';
