// The process of ingest, so that the handler's log does not mix with the output of fuzz.
import fc from 'fast-check';
import { anyRequest } from './any-request';
import type { BodiesReport } from './fuzz-bodies';
import { judgeAnswer } from './judge-answer';
import { loadIngest, type GatewayRequest, type Ingest } from './real-code';

/** Requests that are made at a time. */
const CHUNK = 250;

/** Number of characters of a request to show. */
const SHOWN = 2_000;

const [bodies = 0, seed = 0] = process.argv.slice(2).map(Number);

async function judgeAll(ingest: Ingest): Promise<void> {
  const requests = anyRequest(ingest.oddBody);
  for (let done = 0; done < bodies; done += CHUNK) {
    const numRuns = Math.min(CHUNK, bodies - done);
    let events = 0;
    for (const request of fc.sample(requests, { seed: seed + done, numRuns })) {
      events += await judged(ingest, request);
    }
    report({ bodies: numRuns, events });
  }
}

async function judged({ handler, takeObjects }: Ingest, request: GatewayRequest): Promise<number> {
  try {
    const answer = await handler(request);
    return judgeAnswer(request, { ...answer, objects: takeObjects() });
  } catch (error) {
    takeObjects();
    report({ failure: `${String(error)}\n  ${JSON.stringify(request).slice(0, SHOWN)}` });
    return 0;
  }
}

const report = (message: BodiesReport): void => void process.send?.(message);

await judgeAll(await loadIngest());
process.disconnect();
