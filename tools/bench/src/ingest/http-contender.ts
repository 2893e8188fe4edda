import { createRequire } from 'node:module';
import { createHttpApi, type HttpHandler } from '@clickstream/local-cloud/http-api';
import { answerRounds } from '../answer-rounds';
import type { HttpSettings } from './settings';

/**
 * The deployed bundle behind the local API Gateway. A round lasts until it
 * has answered its requests.
 */
answerRounds(async ({ bundle, port, requests, warmUp }: HttpSettings) => {
  const { handler } = createRequire(import.meta.url)(bundle) as { handler: HttpHandler };
  let left = warmUp;
  let end: () => void = () => undefined;
  const server = createHttpApi({
    routes: { 'POST /clickstream': handler },
    cors: { allowOrigins: [], allowMethods: [], allowHeaders: [], exposeHeaders: [], maxAgeSeconds: 0 },
    logError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  server.on('request', (_request, response) => response.on('finish', () => --left === 0 && end()));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return () => {
    left = requests;
    return new Promise((resolve) => (end = resolve));
  };
});
