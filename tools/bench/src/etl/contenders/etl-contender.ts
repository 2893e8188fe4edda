import { createRequire } from 'node:module';
import { answerRounds } from '../../answer-rounds';
import type { EtlSettings } from '../test-bed/settings';

type Handler = (
  event: object,
  context: { getRemainingTimeInMillis(): number },
) => Promise<{ readonly loaded: number; readonly quarantined: number; readonly more: boolean }>;

/** The deployed bundle, invoked once per round as Lambda does, on a separate warehouse. */
answerRounds(async ({ bundle, warehouses }: EtlSettings) => {
  const handlers = warehouses.map((url) => handlerFor(bundle, url));
  let round = 0;
  return async () => {
    // Versions up to November read it at each call.
    process.env['DW_ETL_URL'] = warehouses[round];
    const handler = handlers[round++];
    const answer = await handler?.({}, { getRemainingTimeInMillis: () => Infinity });
    if (!answer || answer.more || answer.quarantined > 0) throw new Error('The ETL did not load everything.');
  };
});

/** The bundle, loaded again: it reads its settings when it is loaded. */
function handlerFor(bundle: string, warehouseUrl: string | undefined): Handler {
  const load = createRequire(import.meta.url);
  process.env['DW_ETL_URL'] = warehouseUrl;
  delete load.cache[load.resolve(bundle)];
  return (load(bundle) as { handler: Handler }).handler;
}
