import { answerRounds } from '../../answer-rounds';
import { copyRows } from './copy-floor';
import type { EtlSettings } from '../test-bed/settings';

/** The floor of the work: the same rows, ready in a file, by COPY into the same table. */
answerRounds(async ({ warehouses, rowsFile }: EtlSettings) => {
  let round = 0;
  return () => copyRows(warehouses[round++] ?? '', rowsFile);
});
