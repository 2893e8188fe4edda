import { buffer } from 'node:stream/consumers';
import type { S3Client } from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';

/** An object that is being downloaded. */
export interface QuickAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Buffer>;
}

type HttpRequest = Parameters<SignatureV4['sign']>[0];
type BucketEndpoint = Pick<HttpRequest, 'protocol' | 'hostname' | 'port'>;

/**
 * Downloads objects with the SDK's connections, credentials and signature, but without the
 * middleware that it sets up again for each request. That setup takes three times the CPU time of
 * everything else, and with tiny objects an ETL does little else. Any answer but the plain object
 * is left to the SDK, which handles errors and retries.
 *
 * a function that requests a key; its result is null when the SDK is to be used instead
 */
export function quickGet(client: S3Client, bucket: string): (key: string) => Promise<QuickAnswer | null> {
  const { credentials, region, sha256, requestHandler } = client.config;
  const signer = new SignatureV4({ credentials, region, sha256, service: 's3', uriEscapePath: false });
  const endpoint = endpointOfBucket(client, bucket);

  return async (key) => {
    const found = endpoint();
    if (!found) return null;
    const { hostname, port } = found;
    const isInHost = hostname.startsWith(`${bucket}.`);
    const request: HttpRequest = {
      ...found,
      method: 'GET',
      path: `${isInHost ? '' : `/${bucket}`}/${key.split('/').map(escaped).join('/')}`,
      query: {},
      headers: { host: port ? `${hostname}:${port}` : hostname },
    };
    try {
      const signed = (await signer.sign(request)) as Parameters<typeof requestHandler.handle>[0];
      const { response } = await requestHandler.handle(signed);
      const body = response.body as AsyncIterable<Buffer>;
      if (response.statusCode === 200) return { headers: response.headers, body };
      // A connection is free for the next request once its answer has been read.
      await buffer(body);
      return null;
    } catch {
      return null;
    }
  };
}

/**
 * The bucket's address, as the SDK resolved it for its latest request; undefined before the first.
 */
function endpointOfBucket(client: S3Client, bucket: string): () => BucketEndpoint | undefined {
  let endpoint: BucketEndpoint | undefined;
  client.middlewareStack.add(
    (next) => (args) => {
      const { input, request } = args as { input: { Bucket?: string }; request: HttpRequest };
      const { protocol, hostname, port } = request;
      if (input.Bucket === bucket) endpoint = { protocol, hostname, port };
      return next(args);
    },
    { step: 'build' },
  );
  return () => endpoint;
}

/** Encodes as RFC 3986 does, which signatures require. */
const escaped = (segment: string): string =>
  encodeURIComponent(segment).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
