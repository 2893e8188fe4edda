import { Agent, request } from 'node:http';
import { inParallel } from '../in-parallel';

/**
 * Posts bodies one after the other in turn, from so many clients at the same time, each on a
 * connection that it keeps.
 *
 * @returns how long each request took, in milliseconds, in the order of the answers
 * @throws Error when one is not answered with 202
 */
export async function postAll(
  url: string,
  bodies: readonly string[],
  requests: number,
  clients: number,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const latencies: number[] = [];
  const turns = Array.from({ length: requests }, (_, index) => bodies[index % bodies.length] ?? '');
  try {
    await inParallel(turns, clients, async (body) => {
      const startedAt = performance.now();
      const status = await post(url, body, agent);
      if (status !== 202) throw new Error(`The HTTP API answered ${status}.`);
      latencies.push(performance.now() - startedAt);
    });
  } finally {
    agent.destroy();
  }
  return latencies;
}

function post(url: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response
        .on('error', reject)
        .on('end', () => resolve(response.statusCode ?? 0))
        .resume();
    });
    sent.on('error', reject).end(body);
  });
}

/** The value that such a part of the values does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
