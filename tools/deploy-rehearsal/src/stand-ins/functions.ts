import { join } from 'node:path';
import { callLambda, httpEvent } from './lambda';
import { json, type AwsAnswer, type Emulator, type StandIn } from './stand-in';

/** The workspace whose bundles are deployed, and settings that no emulator has. */
export interface DeployedFunctions {
  readonly workspace: string;
  readonly suffix: string;
  /** Address of the warehouse with the role of the ETL. */
  readonly warehouseUrl: () => string;
}

const INVOKE = /^\/2015-03-31\/functions\/(.+)\/invocations$/;

/** Lambda's invocation of the ETL, which moto can do with Docker alone. */
export function etlFunction({ workspace, suffix, warehouseUrl }: DeployedFunctions): StandIn {
  return {
    what: 'Lambda',
    reason:
      "moto runs functions in Docker alone; here the ETL's deployed bundle runs on this machine with its deployed environment, except for the address of the warehouse",
    async answer({ method, path, body }, emulator) {
      const [, name = ''] = INVOKE.exec(path) ?? [];
      if (method !== 'POST' || name !== `SBW_Lamda_ETL${suffix}`) return undefined;
      const environment = { ...(await environmentOf(emulator, name)), DW_ETL_URL: warehouseUrl() };
      const event = JSON.parse(String(body) || '{}') as unknown;
      return json(await callLambda({ bundle: bundleOf(workspace, 'etl-lambda'), environment, event }));
    },
  };
}

/** The HTTP API in front of the ingest function. */
export function httpApi({ workspace, suffix }: DeployedFunctions): StandIn {
  return {
    what: 'API Gateway',
    reason:
      "moto creates no HTTP API from a template; here the ingest function's deployed bundle answers, and writes into the emulated bucket",
    async answer({ method, path, headers, body }, emulator): Promise<AwsAnswer | undefined> {
      if (method !== 'POST' || path !== '/clickstream') return undefined;
      const environment = await environmentOf(emulator, `clickstream-lambda-ingest${suffix}`);
      const event = httpEvent(path, headers, String(body));
      const answer = (await callLambda({
        bundle: bundleOf(workspace, 'ingest-lambda'),
        environment,
        event,
      })) as { statusCode: number; body?: string };
      return { status: answer.statusCode, type: 'application/json', body: answer.body ?? '' };
    },
  };
}

const bundleOf = (workspace: string, app: string) => join(workspace, 'apps', app, 'dist/handler.cjs');

async function environmentOf(emulator: Emulator, name: string): Promise<Record<string, string>> {
  const path = `/2015-03-31/functions/${name}/configuration`;
  const headers = { host: 'lambda.localhost', authorization: SIGNED };
  const { status, body } = await emulator({ method: 'GET', path, headers, body: Buffer.alloc(0) });
  if (status !== 200) throw new Error(`${name} is not deployed: ${String(body).slice(0, 300)}`);
  const { Environment } = JSON.parse(String(body)) as { Environment?: { Variables: Record<string, string> } };
  return Environment?.Variables ?? {};
}

/** Names the service and the region, as the emulator looks for them in a signature. */
const SIGNED =
  'AWS4-HMAC-SHA256 Credential=123456789012/20260101/ap-southeast-1/lambda/aws4_request, SignedHeaders=host, Signature=none';
