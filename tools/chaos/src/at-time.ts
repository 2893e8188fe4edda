/**
 * Begins work by another clock. The handler of ingest reads the clock once, before it
 * first waits for anything; what comes later, such as the signature of a request to S3,
 * goes by the real one again.
 *
 * @param time milliseconds since 1970
 * @param begin what reads the clock until it returns
 */
export function atTime<T>(time: number, begin: () => T): T {
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(time);
      else super(...(given as [number]));
    }
    static override now(): number {
      return time;
    }
  } as DateConstructor;
  try {
    return begin();
  } finally {
    globalThis.Date = RealDate;
  }
}
