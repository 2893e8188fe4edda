/** Result of the ETL; `more` = it stopped before its deadline with work left. */
export interface EtlResult {
  readonly objects: number;
  readonly loaded: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly more: boolean;
}

/** The part of Lambda's context that the ETL uses. */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName: string;
  getRemainingTimeInMillis(): number;
}

export type EtlHandler = (event: object, context: LambdaContext) => Promise<EtlResult>;

/** Lambda's longest time for one run. */
export const DEADLINE_MILLISECONDS = 15 * 60 * 1000;

/** The context that Lambda gives to a run that begins now. */
export function lambdaContext(awsRequestId: string, now: () => number = Date.now): LambdaContext {
  const deadline = now() + DEADLINE_MILLISECONDS;
  return {
    awsRequestId,
    functionName: 'SBW_Lamda_ETL',
    getRemainingTimeInMillis: () => Math.max(0, deadline - now()),
  };
}

/**
 * Runs the ETL repeatedly until nothing is left, and adds up the results. A run without progress is
 * the last one: the next would make no progress either.
 */
export async function runUntilDone(handler: EtlHandler, newContext: () => LambdaContext): Promise<EtlResult> {
  let total: EtlResult = { objects: 0, loaded: 0, duplicates: 0, quarantined: 0, more: true };
  while (total.more) {
    const run = await handler({}, newContext());
    total = {
      objects: total.objects + run.objects,
      loaded: total.loaded + run.loaded,
      duplicates: total.duplicates + run.duplicates,
      quarantined: total.quarantined + run.quarantined,
      more: run.more,
    };
    if (run.objects === 0) break;
  }
  return total;
}
