import { createRequire } from 'node:module';
import { readServeConfig } from './config';
import { corsPolicy } from './cors';
import { createHttpApi, type HttpHandler } from './create-http-api';

/**
 * The program of the HTTP API's process: the ingest Lambda's bundle behind a local API Gateway.
 */
const { port, ingestBundle, corsOrigins } = readServeConfig(process.env);
const { handler } = createRequire(import.meta.url)(ingestBundle) as { handler: HttpHandler };

const server = createHttpApi({
  routes: {
    'POST /clickstream': handler,
    'POST /v1/{call}': handler,
    'POST /com.snowplowanalytics.snowplow/tp2': handler,
    'GET /i': handler,
    'POST /mp/collect': handler,
    'GET /health': async () => ({
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"ok":true}',
    }),
  },
  cors: corsPolicy(corsOrigins),
  logError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
});
server.listen(port, '127.0.0.1');

process.once('SIGTERM', () => {
  // Requests that are under way are answered; connections that only wait are closed.
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
