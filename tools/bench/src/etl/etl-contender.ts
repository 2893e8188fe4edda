import { createRequire } from 'node:module';
import { answerRounds } from '../answer-rounds';
import type { EtlSettings } from './settings';

type Handler = (
  event: object,
  context: { getRemainingTimeInMillis(): number },
) => Promise<{ loaded: number; quarantined: number; more: boolean }>;

/** The deployed bundle, invoked once a round as Lambda does, on a warehouse of its own. */
answerRounds(async ({ bundle, warehouses }: EtlSettings) => {
  const { handler } = createRequire(import.meta.url)(bundle) as { handler: Handler };
  let round = 0;
  return async () => {
    process.env['DW_ETL_URL'] = warehouses[round++];
    const { more, quarantined } = await handler({}, { getRemainingTimeInMillis: () => Infinity });
    if (more || quarantined > 0) throw new Error('The ETL did not load everything.');
  };
});
