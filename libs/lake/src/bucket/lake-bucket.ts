import { readFile, writeFile } from 'node:fs/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { dayKey, dayOfKey, EVENTS_FOLDER, MANIFEST_KEY } from './lake-keys';
import { type LakeManifest, NO_DAYS } from './manifest';

/** The lake's objects. */
export interface LakeBucket {
  readManifest(): Promise<LakeManifest>;
  writeManifest(manifest: LakeManifest): Promise<void>;
  /** The ETags of the files, by day. */
  etags(): Promise<ReadonlyMap<string, string>>;
  /** An object as text. */
  text(key: string): Promise<string>;
  /** Downloads a file. */
  fetch(key: string, file: string): Promise<void>;
  /** Replaces the file of a day at once: a reader finds the old or the new one. */
  putDay(day: string, file: string): Promise<{ readonly bytes: number; readonly etag: string }>;
  removeDay(day: string): Promise<void>;
  /** Replaces a file of the facts. */
  putFacts(key: string, content: Buffer | string): Promise<void>;
  removeFacts(key: string): Promise<void>;
}

/** The lake in a bucket. */
export function lakeBucket(client: S3Client, bucket: string): LakeBucket {
  return {
    async readManifest() {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: MANIFEST_KEY }));
        return JSON.parse((await Body?.transformToString()) ?? '') as LakeManifest;
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return NO_DAYS;
        throw new Error(`${MANIFEST_KEY} of the bucket ${bucket} cannot be read.`, { cause: error });
      }
    },

    async writeManifest(manifest) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: MANIFEST_KEY,
          Body: `${JSON.stringify(manifest, null, 2)}\n`,
          ContentType: 'application/json',
        }),
      );
    },

    async etags() {
      const found = new Map<string, string>();
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: EVENTS_FOLDER })) {
        for (const { Key: key = '', ETag: etag } of page.Contents ?? []) {
          const day = dayOfKey(key);
          if (day !== undefined) found.set(day, plain(etag));
        }
      }
      return found;
    },

    async text(key) {
      const { Body: body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await body?.transformToString()) ?? '';
    },

    async fetch(key, file) {
      const { Body: body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!body) throw new Error(`${key} of the bucket ${bucket} has no content.`);
      await writeFile(file, await body.transformToByteArray());
    },

    async putDay(day, file) {
      // Not a stream: the SDK can send a buffer again, and signs it as a whole.
      const content = await readFile(file);
      const { ETag: etag } = await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: dayKey(day),
          Body: content,
          ContentType: 'application/vnd.apache.parquet',
        }),
      );
      return { bytes: content.length, etag: plain(etag) };
    },

    async removeDay(day) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: dayKey(day) }));
    },

    async putFacts(key, content) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content }));
    },

    async removeFacts(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}

const plain = (etag: string | undefined): string => (etag ?? '').replaceAll('"', '');
