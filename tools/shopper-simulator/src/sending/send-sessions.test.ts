import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LIMITS, type ClickstreamEvent } from '@clickstream/event-schema';
import { aPageView, aProductListView, aProduct } from '@clickstream/event-schema/testing';
import { clickstreamApi } from './clickstream-api';
import { DeliveryError } from './post-events';
import { requestsOf } from './requests';
import { sendSessions } from './send-sessions';
import type { SimulatedEvent, SimulatedSession } from '../visits/visit';

interface Received {
  readonly path: string | undefined;
  readonly userAgent: string | undefined;
  readonly contentType: string | undefined;
  readonly body: { readonly sentAt: string; readonly events: ClickstreamEvent[] };
}

let server: Server;
let received: Received[];
let answers: number[];

beforeEach(async () => {
  received = [];
  answers = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Received['body'];
      const { 'user-agent': userAgent, 'content-type': contentType } = request.headers;
      received.push({ path: request.url, userAgent, contentType, body });
      response.statusCode = answers.shift() ?? 202;
      response.end(JSON.stringify({ accepted: body.events.length, rejected: [] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const api = () => clickstreamApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 1);

function aSession(events: ClickstreamEvent[], userAgent = 'Browser/1'): SimulatedSession {
  const all = events as SimulatedEvent[];
  return { sessionId: 'session-1', clientId: 'client-1', userAgent, isBot: false, events: all };
}

const ignore = () => undefined;

describe('sending sessions', () => {
  it('posts each as its own browser would: its user agent, plain text, the time of sending', async () => {
    const before = Date.now();
    const sessions = [aSession([aPageView()], 'Browser/1'), aSession([aPageView()], 'Browser/2')];
    const result = await sendSessions(sessions, api(), 1, ignore);
    expect(result).toEqual({ sessions: 2, accepted: 2, rejected: [] });
    expect(received.map(({ userAgent }) => userAgent)).toEqual(['Browser/1', 'Browser/2']);
    expect(received[0]).toMatchObject({ path: '/clickstream', contentType: 'text/plain;charset=UTF-8' });
    expect(Date.parse(received[0]?.body.sentAt ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('sends every session exactly once with several requests at a time', async () => {
    const events = Array.from({ length: 40 }, () => aPageView());
    const sent: string[] = [];
    await sendSessions(
      events.map((event) => aSession([event])),
      api(),
      8,
      ({ events: [event] }) => sent.push(event?.eventId ?? ''),
    );
    const ids = events.map((event) => event.eventId).sort();
    expect(received.flatMap(({ body }) => body.events.map((event) => event.eventId)).sort()).toEqual(ids);
    expect(sent.sort()).toEqual(ids);
  });

  it('tries again while the API is busy or broken', async () => {
    answers.push(503, 429, 500);
    const result = await sendSessions([aSession([aPageView()])], api(), 1, ignore);
    expect(result.accepted).toBe(1);
    expect(received).toHaveLength(4);
  });

  it('gives up with one clear line when the API stays broken', async () => {
    answers.push(...Array.from({ length: 20 }, () => 503));
    const sending = sendSessions([aSession([aPageView()])], api(), 1, ignore);
    await expect(sending).rejects.toThrow(/\/clickstream did not take the events: 503/);
  });

  it('does not repeat requests that the API refuses', async () => {
    answers.push(400);
    const sending = sendSessions([aSession([aPageView()])], api(), 1, ignore);
    await expect(sending).rejects.toThrow(DeliveryError);
    expect(received).toHaveLength(1);
  });

  it('names the error when nothing listens at the address', async () => {
    const { port } = server.address() as AddressInfo;
    server.close();
    const sending = sendSessions(
      [aSession([aPageView()])],
      clickstreamApi(`http://127.0.0.1:${port}`, 1),
      1,
      ignore,
    );
    await expect(sending).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('the requests of a session', () => {
  it('keep within the limits of the contract and lose no event', () => {
    const many = Array.from({ length: LIMITS.maxEvents + 1 }, () => aPageView());
    const items = Array.from({ length: 200 }, (_, index) => aProduct({ name: 'Màn hình', position: index }));
    const large = Array.from({ length: 12 }, () => aProductListView({ list: { name: 'all', items } }));
    for (const events of [many, large]) {
      const requests = requestsOf(aSession(events));
      expect(requests.flatMap((request) => request.events)).toEqual(events);
      for (const request of requests) {
        const body = JSON.stringify({ sentAt: new Date().toISOString(), events: request.events });
        expect(request.events.length).toBeLessThanOrEqual(LIMITS.maxEvents);
        expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMITS.maxBodyBytes);
      }
      expect(requests.length).toBeGreaterThan(1);
    }
  });

  it('are one for a usual session', () => {
    expect(requestsOf(aSession([aPageView(), aPageView()]))).toHaveLength(1);
  });
});
