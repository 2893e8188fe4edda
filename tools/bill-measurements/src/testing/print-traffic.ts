import { measureTraffic } from '../traffic/measure-traffic';

/** Twenty visits or so. */
const SIMULATION = { seed: 7, days: 1, sessionsPerDay: 20, until: new Date('2026-11-30T00:00:00Z') };

const options = { flushAfter: Number(process.argv[2]), isDocumentEach: false };
void measureTraffic(SIMULATION, options).then(({ events, arrived, requests }) =>
  console.log(JSON.stringify({ events, arrived, requests: requests.length })),
);
