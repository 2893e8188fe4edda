import { createRequire } from 'node:module';
import { bundleOf } from '@clickstream/bench/bundle-of';
import type { SentRequest } from '../traffic/simulated-page';
import { captureOutput } from './captured-output';
import { startObjectSink } from './object-sink';

/** Work of the ingest Lambda's deployed bundle for requests. */
export interface IngestMeasure {
  readonly cpuMsPerRequest: number;
  readonly logLinesPerRequest: number;
  readonly logBytesPerRequest: number;
  /** Objects that it puts for a request. */
  readonly objectsPerRequest: number;
  /** All objects together, in bytes. */
  readonly storedBytes: number;
}

type Handler = (request: object) => Promise<{ readonly statusCode: number }>;

/** Requests after which code and connections are warm. */
const WARM_UP = 100;

/**
 * Sends the requests of browsers through the Lambda's bundle, one after the other.
 *
 * @throws Error when one is not accepted
 */
export async function measureIngest(requests: readonly SentRequest[]): Promise<IngestMeasure> {
  const bundle = await bundleOf('ingest-lambda');
  const sink = await startObjectSink();
  Object.assign(process.env, {
    RAW_BUCKET: 'measured',
    AWS_REGION: 'ap-southeast-1',
    AWS_ENDPOINT_URL_S3: sink.url,
    S3_FORCE_PATH_STYLE: 'true',
    AWS_ACCESS_KEY_ID: 'measured',
    AWS_SECRET_ACCESS_KEY: 'measured',
  });
  try {
    const { handler } = createRequire(import.meta.url)(bundle) as { readonly handler: Handler };
    await captureOutput(() => postAll(handler, requests.slice(0, WARM_UP)));
    const before = sink.sizes.length;
    const start = process.cpuUsage();
    const log = await captureOutput(() => postAll(handler, requests));
    const { user, system } = process.cpuUsage(start);
    const stored = sink.sizes.slice(before);
    return {
      cpuMsPerRequest: (user + system) / 1000 / requests.length,
      logLinesPerRequest: log.lines / requests.length,
      logBytesPerRequest: log.bytes / requests.length,
      objectsPerRequest: stored.length / requests.length,
      storedBytes: stored.reduce((sum, size) => sum + size, 0),
    };
  } finally {
    sink.stop();
  }
}

async function postAll(handler: Handler, requests: readonly SentRequest[]): Promise<void> {
  for (const [index, { body, userAgent }] of requests.entries()) {
    const { statusCode } = await handler({
      rawPath: '/clickstream',
      rawQueryString: '',
      body,
      isBase64Encoded: false,
      requestContext: {
        // As long as one of API Gateway.
        requestId: `JKJaXmPLvHcE${String(index).padStart(4, '0')}`,
        http: { method: 'POST', sourceIp: '203.0.113.77', userAgent },
      },
    });
    if (statusCode !== 202) throw new Error(`The ingest handler answered ${statusCode} to request ${index}.`);
  }
}
