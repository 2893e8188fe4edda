import { createHash } from 'node:crypto';
import { ObjectGoneError, type ListedObject, type RawSource } from '../bucket/raw-source';

/** A raw source in memory, with pages as small as a test needs. */
export interface MemorySource extends RawSource {
  put(key: string, body: Buffer): void;
  /** The calls that it got, in order: `list <prefix> <after>` and `get <key>`. */
  readonly asked: readonly string[];
}

export function memorySource(pageSize = 1000): MemorySource {
  const bodies = new Map<string, Buffer>();
  const asked: string[] = [];
  const etagOf = (body: Buffer) => createHash('md5').update(body).digest('hex');
  const bodyOf = (key: string) => {
    asked.push(`get ${key}`);
    const body = bodies.get(key);
    if (!body) throw new ObjectGoneError(`${key} is gone.`);
    return body;
  };
  return {
    asked,
    put: (key, body) => void bodies.set(key, body),
    async *listPages(prefix, after = '') {
      const keys = [...bodies.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
      for (let start = 0; start === 0 || start < keys.length; start += pageSize) {
        asked.push(`list ${prefix} ${start === 0 ? after : (keys[start - 1] ?? '')}`.trim());
        yield await Promise.resolve(
          keys.slice(start, start + pageSize).map((key): ListedObject => {
            const body = bodies.get(key) ?? Buffer.alloc(0);
            return { key, etag: etagOf(body), sizeBytes: body.length };
          }),
        );
      }
    },
    async fetch({ key }) {
      const bytes = await Promise.resolve(bodyOf(key));
      return { etag: etagOf(bytes), bytes };
    },
    async stream({ key }) {
      const bytes = await Promise.resolve(bodyOf(key));
      const chunks = (async function* () {
        for (let start = 0; start < bytes.length; start += 65_536) {
          yield await Promise.resolve(bytes.subarray(start, start + 65_536));
        }
      })();
      return { etag: etagOf(bytes), chunks };
    },
  };
}
