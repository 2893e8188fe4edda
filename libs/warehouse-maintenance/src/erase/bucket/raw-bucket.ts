import {
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type GetObjectCommandOutput,
  type ListObjectVersionsCommandOutput,
  type ObjectIdentifier,
  type S3Client,
} from '@aws-sdk/client-s3';
import { type ListedObject, type RawSource, s3RawSource } from '@clickstream/warehouse-load/reading';

/** An object with the headers to keep when it is rewritten. */
export interface HeldObject {
  readonly etag: string;
  readonly bytes: Buffer;
  /** Type and metadata, for `replace`. */
  readonly headers: Pick<GetObjectCommandOutput, 'ContentType' | 'ContentEncoding' | 'Metadata'>;
}

/** The bucket of raw objects, for a tool that rewrites them. */
export interface RawBucket extends Pick<RawSource, 'listPages'> {
  /** @returns null when it is gone */
  get(object: ListedObject): Promise<HeldObject | null>;
  /** Writes new content under the same key, with the same type and metadata. @returns its ETag */
  replace(key: string, held: HeldObject, bytes: Buffer): Promise<string>;
  /**
   * Deletes every version of a key except the latest.
   * @returns the number of deleted versions; 0 in a bucket that keeps none
   */
  deleteOldVersions(key: string): Promise<number>;
}

/** Opens the bucket. @throws Error when its versioning cannot be read */
export async function openRawBucket(client: S3Client, bucket: string): Promise<RawBucket> {
  const keepsVersions = await hasVersions(client, bucket);
  return {
    listPages: s3RawSource(client, bucket).listPages,

    async get({ key }) {
      try {
        const { ETag, Body, ...headers } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key }),
        );
        const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
        return { etag: plain(ETag), bytes, headers };
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return null;
        throw error;
      }
    },

    async replace(key, { headers: { ContentType, ContentEncoding, Metadata } }, bytes) {
      const { ETag } = await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType,
          ContentEncoding,
          Metadata,
        }),
      );
      return plain(ETag);
    },

    async deleteOldVersions(key) {
      if (!keepsVersions) return 0;
      let deleted = 0;
      for await (const old of oldVersions(client, bucket, key)) {
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: old, Quiet: true } }),
        );
        if (Errors[0]) throw new Error(`an old version of it stays: ${Errors[0].Message ?? Errors[0].Code}`);
        deleted += old.length;
      }
      return deleted;
    },
  };
}

/** Pages of the versions of a key that are not its latest. */
async function* oldVersions(
  client: S3Client,
  bucket: string,
  key: string,
): AsyncGenerator<ObjectIdentifier[]> {
  let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | null = {};
  while (next) {
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: key, ...next }),
    );
    const old = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].filter(
      (version) => version.Key === key && !version.IsLatest,
    );
    if (old.length > 0) yield old.map(({ VersionId }) => ({ Key: key, VersionId }));
    next = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      : null;
  }
}

async function hasVersions(client: S3Client, bucket: string): Promise<boolean> {
  try {
    // Suspended: new versions are not kept, but earlier ones still are.
    return (await client.send(new GetBucketVersioningCommand({ Bucket: bucket }))).Status !== undefined;
  } catch (error) {
    // An S3 server without versioning keeps no versions.
    if (error instanceof Error && error.name === 'NotImplemented') return false;
    throw error;
  }
}

const plain = (etag: string | undefined): string => (etag ?? '').replaceAll('"', '');
