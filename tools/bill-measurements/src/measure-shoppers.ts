import { gzipSync } from 'node:zlib';
import type { SimulationOptions } from '@clickstream/shopper-simulator';
import { measureIngest } from './ingest/measure-ingest';
import { measureCustomers } from './measure-customers';
import { ratio } from './measured-file';
import { measureTraffic, type Traffic } from './traffic/measure-traffic';

/** Use of the tracker and of ingest by simulated shoppers, as the bill needs it. */
export type ShopperMeasure = Awaited<ReturnType<typeof measureShoppers>>;

/**
 * Measures simulated shoppers through the real tracker and the bundle of the ingest Lambda.
 *
 * @param flushAfter milliseconds that events wait in the browser; undefined for the tracker's
 */
export async function measureShoppers(simulation: SimulationOptions, flushAfter: number | undefined) {
  const traffic = await measureTraffic(simulation, { flushAfter, isDocumentEach: false });
  const documents = await measureTraffic(simulation, { flushAfter, isDocumentEach: true });
  const { cpuMsPerRequest, logLinesPerRequest, logBytesPerRequest, objectsPerRequest, storedBytes } =
    await measureIngest(traffic.requests);
  const { sessions, events, pageViews, requests } = traffic;
  return {
    sessions,
    events,
    pageViews,
    requests: requests.length,
    eventsLost: events - traffic.arrived,
    eventsPerRequest: ratio(events, requests.length),
    eventsPerRequestOfDocuments: ratio(events, documents.requests.length),
    eventsPerPageView: ratio(events, pageViews),
    eventsPerSession: ratio(events, sessions),
    requestsPerSession: ratio(requests.length, sessions),
    /** Each event arrives so often: a page that was left does not see its last answer. */
    copiesPerEvent: ratio(traffic.eventsSent, events),
    bodyBytesPerEvent: ratio(bodyBytes(traffic), events),
    bodyBytesPerEventGzipped: ratio(gzippedBytes(traffic), events),
    storedBytesPerEvent: ratio(storedBytes, events),
    objectsPerRequest: ratio(objectsPerRequest, 1),
    logLinesPerRequest: ratio(logLinesPerRequest, 1),
    logBytesPerRequest: ratio(logBytesPerRequest, 1),
    cpuMsPerRequest: ratio(cpuMsPerRequest, 1),
    ...measureCustomers(simulation),
  };
}

const bodyBytes = ({ requests }: Traffic) =>
  requests.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);

const gzippedBytes = ({ requests }: Traffic) =>
  requests.reduce((sum, { body }) => sum + gzipSync(body).byteLength, 0);
