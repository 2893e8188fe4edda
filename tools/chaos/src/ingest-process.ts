// The process of ingest: what the handler writes to its log does not mix
// with what chaos has to say.
import { createRequire } from 'node:module';
import { atTime } from './at-time';
import type { FromIngest, ToIngest } from './ingest-door';
import type { Delivery } from './known-traffic';

type Handler = (request: object) => Promise<{ readonly statusCode: number; readonly body?: string }>;

/** Number of requests in flight at the same time. */
const AT_ONCE = 8;
const ATTEMPTS = 5;

const [bundle = ''] = process.argv.slice(2);
const { handler } = createRequire(import.meta.url)(bundle) as { handler: Handler };

async function deliver(delivery: Delivery): Promise<FromIngest> {
  for (let attempt = 1; ; attempt++) {
    const { statusCode, body = '' } = await atTime(delivery.receivedAt, () => handler(requestOf(delivery)));
    if (statusCode === 202) {
      const { accepted, rejected } = JSON.parse(body) as { accepted: number; rejected: unknown[] };
      return { accepted, rejected: rejected.length };
    }
    if (statusCode < 500 || attempt === ATTEMPTS) throw new Error(`Ingest answered ${statusCode}: ${body}`);
  }
}

/** A request of API Gateway (HTTP API, payload 2.0), as far as ingest reads it. */
function requestOf({ body, userAgent }: Delivery): object {
  return {
    version: '2.0',
    requestContext: { requestId: 'chaos', http: { method: 'POST', sourceIp: '203.0.113.7', userAgent } },
    body,
    isBase64Encoded: false,
  };
}

async function takeAll(deliveries: readonly Delivery[]): Promise<FromIngest> {
  const left = [...deliveries];
  const sum = { accepted: 0, rejected: 0 };
  const worker = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { accepted = 0, rejected = 0 } = await deliver(next);
      sum.accepted += accepted;
      sum.rejected += rejected;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return sum;
}

process.on('disconnect', () => process.exit(0));
process.on('message', ({ deliveries }: ToIngest) => {
  takeAll(deliveries).then(
    (sum) => process.send?.(sum),
    (error: unknown) => process.send?.({ failure: String(error) } satisfies FromIngest),
  );
});
