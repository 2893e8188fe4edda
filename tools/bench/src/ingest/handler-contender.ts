import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { answerRounds } from '../answer-rounds';
import type { HandlerSettings } from './settings';

interface Request {
  readonly body: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly http: { readonly sourceIp: string; readonly userAgent: string };
  };
}
type Handler = (request: Request) => Promise<{ readonly statusCode: number; readonly body: string }>;

/** The deployed bundle, invoked as Lambda does: one request after the other. */
answerRounds(async ({ bundle, bodiesFile, requests }: HandlerSettings) => {
  const { handler } = createRequire(import.meta.url)(bundle) as { handler: Handler };
  const bodies = JSON.parse(await readFile(bodiesFile, 'utf8')) as string[];
  const http = { sourceIp: '203.0.113.77', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0' };
  const post = async (body: string, requestId: string) => {
    const { statusCode, body: answer } = await handler({
      body,
      isBase64Encoded: false,
      requestContext: { requestId, http },
    });
    if (statusCode !== 202 || !answer.endsWith('"rejected":[]}')) {
      throw new Error(`The handler answered ${statusCode} ${answer}`);
    }
  };
  // Every body once: the floors store what is stored here.
  for (const [index, body] of bodies.entries()) await post(body, `prepare-${index}`);
  return async () => {
    for (let index = 0; index < requests; index++) {
      await post(bodies[index % bodies.length] ?? '', `request-${index}`);
    }
  };
});
