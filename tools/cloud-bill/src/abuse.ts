import type { Resource, Stage, Templates } from '@clickstream/infra';
import { memoryOf, refusedRequest, storedRequest } from './by-use';
import { apiStageOf, functionOf, resourcesOf } from './bill';
import { PRICES } from './prices';

const GIB = 2 ** 30;
/** The largest body that ingest stores, in bytes. */
const LARGEST_BODY = 262_144;

/** US dollars that somebody costs who sends as much as the HTTP API accepts. */
export interface Abuse {
  readonly requestsPerSecond: number;
  /** A month of requests whose events are stored. */
  readonly stored: number;
  /** A month of requests that ingest refuses. */
  readonly refused: number;
  /** Keeping a month of the largest bodies in S3, of random text that gzip hardly shrinks. */
  readonly largestBodies: number;
  /** A month of the ETL that never rests. */
  readonly restlessEtl: number;
  /** All that a month of the dearest requests costs. */
  readonly worstMonth: number;
  /** A day of the first: AWS Budgets reports within it. */
  readonly storedPerDay: number;
}

/** The cost of abuse at the throttle of a stage. */
export function abuseOf(templates: Templates, { throttle }: Pick<Stage, 'throttle'>): Abuse {
  const all: readonly Resource[] = Object.values(templates).flatMap(resourcesOf);
  const [lambda, apiStage] = [functionOf(all, 'clickstream-lambda-ingest'), apiStageOf(all)];
  const perDay = throttle.rateLimit * 86_400;
  const perMonth = throttle.rateLimit * 3600 * PRICES.hoursPerMonth;
  const stored = storedRequest(lambda, apiStage);
  const largestBodies = ((perMonth * LARGEST_BODY) / GIB) * PRICES.s3GibMonth;
  const etl = memoryOf(functionOf(all, 'SBW_Lamda_ETL'));
  // One run at a time.
  const restlessEtl = PRICES.hoursPerMonth * 3600 * etl * PRICES.lambdaArmGibSecond;
  return {
    requestsPerSecond: throttle.rateLimit,
    stored: perMonth * stored,
    refused: perMonth * refusedRequest(lambda, apiStage),
    largestBodies,
    restlessEtl,
    worstMonth: perMonth * stored + largestBodies + restlessEtl,
    storedPerDay: perDay * stored,
  };
}
