// The program of the S3 server's process: serve.mjs <folder> <port>
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';

import S3rver from 's3rver';

const [directory, port] = process.argv.slice(2);
const server = new S3rver({
  directory,
  port: Number(port),
  address: '127.0.0.1',
  silent: true,
  vhostBuckets: false,
});
const { store } = server;

/**
 * Stores an object as a whole or not at all, as S3 does, both for concurrent readers and after a
 * `kill -9`. The version in s3rver answers before the object is fully on disk.
 */
store.putObject = async ({ bucket, key, content, metadata }) => {
  const body = Buffer.isBuffer(content) ? content : await buffer(content);
  const md5 = createHash('md5').update(body).digest('hex');
  const file = store.getResourcePath(bucket, key, 'object');
  const unfinished = store.getResourcePath(bucket, key, `upload-${process.hrtime.bigint()}`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(unfinished, body);
  await store.putMetadata(bucket, key, metadata, md5);
  await rename(unfinished, file);
  return { size: body.length, md5 };
};

await server.run();
