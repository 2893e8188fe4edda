import { ChunkLoader } from './chunk-loader';
import type { ObjectContent } from '../bucket/fetch-content';

const object = (index: number): ObjectContent => ({
  kind: 'whole',
  object: {
    key: `events/2026/11/02/09/${String(index).padStart(5, '0')}.json`,
    etag: 'e',
    sizeBytes: 30,
    objectId: index,
    resumeLine: 0,
  },
  bytes: Buffer.from(`{"eventName":"page_view","eventId":"${crypto.randomUUID()}"}\n`),
});

it('loads a chunk of tiny objects once it holds 5,000 of them, and the rest at the end', async () => {
  const chunks: number[] = [];
  const warehouse = {
    loadChunk: async ({ slices, rows }: { slices: readonly unknown[]; rows: number }) => {
      chunks.push(slices.length);
      return { objects: slices.length, loaded: rows, duplicates: 0, quarantined: 0 };
    },
  };
  const loader = new ChunkLoader(warehouse, 1, () => undefined);
  for (let index = 0; index < 10_001; index++) await loader.add(object(index), () => false);
  expect(await loader.finish()).toMatchObject({ objects: 10_001, loaded: 10_001 });
  expect(chunks).toEqual([5_000, 5_000, 1]);
});
