import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { setTimeout as sleep } from 'node:timers/promises';
import { EVENTS_METADATA } from '@clickstream/event-schema/raw-object';
import { quickGet } from './quick-get';
import {
  ObjectGoneError,
  ObjectUnreadableError,
  type FetchedObject,
  type ListedObject,
  type RawSource,
} from './raw-source';

/** The beginning of S3's answer, and its body as it arrives. */
interface Answer {
  readonly etag: string | undefined;
  readonly length: number | undefined;
  readonly events: string | undefined;
  readonly body: AsyncIterable<Buffer> | undefined;
}

/** On top of the SDK's own retries, which end where an answer's body begins. */
const ATTEMPTS = 3;

/** The raw source in an S3 bucket. */
export function s3RawSource(client: S3Client, bucket: string): RawSource {
  const quick = quickGet(client, bucket);
  const answerOf = async (key: string): Promise<Answer> => {
    const answer = await quick(key);
    if (answer) {
      const { headers, body } = answer;
      const length = headers['content-length'];
      return {
        etag: headers['etag'],
        length: length === undefined ? undefined : Number(length),
        events: headers[`x-amz-meta-${EVENTS_METADATA}`],
        body,
      };
    }
    const { ETag, ContentLength, Body, Metadata } = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: key }),
    );
    // Under Node a body is always a stream of bytes.
    const body = Body as AsyncIterable<Buffer> | undefined;
    return { etag: ETag, length: ContentLength, events: Metadata?.[EVENTS_METADATA], body };
  };

  const open = async ({ key, etag: listedEtag, sizeBytes }: ListedObject) => {
    try {
      const answer = await answerOf(key);
      const etag = plainEtag(answer.etag);
      // The listing holds the length of this content; an answer that is shorter and announces that
      // length is cut off all the same.
      const length = etag === listedEtag ? sizeBytes : answer.length;
      return { etag, length, body: answer.body, events: announcedEvents(answer.events) };
    } catch (error) {
      if (isMissing(error)) throw new ObjectGoneError(`${key} is gone.`, { cause: error });
      throw unreadable(key, error);
    }
  };

  const fetchOnce = async (object: ListedObject): Promise<FetchedObject> => {
    const { etag, length, body, events } = await open(object);
    const chunks: Buffer[] = [];
    for await (const chunk of wholeChunks(object.key, body, length)) chunks.push(chunk);
    const [only] = chunks;
    const bytes = chunks.length === 1 && only ? only : Buffer.concat(chunks);
    return { etag, events, bytes };
  };

  return {
    async *listPages(prefix, after) {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: prefix,
            StartAfter: after,
            ContinuationToken: token,
          }),
        );
        yield (page.Contents ?? []).map(({ Key, ETag, Size }) => ({
          key: Key ?? '',
          etag: plainEtag(ETag),
          sizeBytes: Size ?? 0,
        }));
        token = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (token !== undefined);
    },

    async fetch(object) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await fetchOnce(object);
        } catch (error) {
          if (error instanceof ObjectGoneError || attempt === ATTEMPTS) throw error;
          await sleep(100 * 2 ** attempt);
        }
      }
    },

    async stream(object) {
      const { etag, length, body, events } = await open(object);
      return { etag, events, chunks: wholeChunks(object.key, body, length) };
    },
  };
}

async function* wholeChunks(
  key: string,
  body: AsyncIterable<Buffer> | undefined,
  length: number | undefined,
): AsyncGenerator<Buffer> {
  let received = 0;
  try {
    for await (const chunk of body ?? []) {
      received += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw unreadable(key, error);
  }
  if (length !== undefined && received !== length) throw unreadable(key, cutOff(received, length));
}

const plainEtag = (etag: string | undefined): string => (etag ?? '').replaceAll('"', '');

/** @returns undefined where ingest wrote no valid count */
function announcedEvents(text: string | undefined): number | undefined {
  const events = Number(text ?? Number.NaN);
  return Number.isSafeInteger(events) && events >= 0 ? events : undefined;
}

const cutOff = (received: number, length: number) => new Error(`${received} of ${length} bytes arrived`);

function unreadable(key: string, cause: unknown): ObjectUnreadableError {
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new ObjectUnreadableError(`${key} cannot be read: ${reason}`, { cause });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}
