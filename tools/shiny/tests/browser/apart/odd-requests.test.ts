import { WITHOUT_MOTION } from '@clickstream/local-servers/chromium';
import { connect } from 'node:net';
import { anOwnDashboardTestBed, JUNE } from '../dashboard-test-bed';

const PROMISED = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': expect.stringContaining('camera=()'),
  'content-security-policy': expect.stringMatching(
    /default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
  ),
};

const testBed = anOwnDashboardTestBed();

const headersOf = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(`${testBed.dashboard.url}${path}`, { redirect: 'manual', ...init });
  await response.arrayBuffer();
  return { status: response.status, headers: Object.fromEntries(response.headers) };
};

/**
 * Sends raw bytes and returns the first line of the answer, or an empty text without one.
 */
function firstLineFor(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(testBed.dashboard.port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    const done = () => {
      socket.destroy();
      resolve(answer.split('\r\n')[0] ?? '');
    };
    socket.on('data', (data: Buffer) => {
      answer += data.toString('latin1');
      done();
    });
    socket.on('error', done).on('close', done).setTimeout(5_000, done);
  });
}

async function expectAlive(): Promise<void> {
  const { status } = await headersOf('/sbw_dashboard/');
  expect(status).toBe(200);
}

describe('every answer of the dashboard', () => {
  it.each([
    ['the page', '/sbw_dashboard/', 200],
    ['the way to it', '/', 302],
    ['the file of products', '/sbw_dashboard/products.csv?period=all', 200],
    ['the file of carts', '/sbw_dashboard/carts.csv?period=all', 200],
    ['the file of searches', '/sbw_dashboard/searches.csv?period=all', 200],
    ['the file of a funnel', '/sbw_dashboard/funnel.csv?period=all&funnel=own&steps=a~b', 200],
    ['a funnel that is wrong', '/sbw_dashboard/funnel.csv?period=all&funnel=own&steps=a~b~~x', 400],
    ['the style sheets', '/sbw_dashboard/brand/styles.css', 200],
    ['a script', '/sbw_dashboard/brand/dashboard.js', 200],
    ['a script that the web server gives out by itself', '/brand/dashboard.js', 200],
    ["a script of Shiny's own", '/shared/shiny.min.js', 200],
    ['nothing under the mount', '/sbw_dashboard/nothing', 404],
    ['nothing outside the mount', '/nothing', 404],
    ['nothing in a folder of the web server', '/shared/nothing.js', 404],
    ['nothing of a session', '/session/0123abcd/download/x', 404],
  ])('carries the security headers: %s', async (_, path, status) => {
    const answer = await headersOf(path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(PROMISED);
    expect(answer.headers['server']).toBeUndefined();
  });

  it('leaves no warning in the console of the browser', async () => {
    const page = await testBed.browser.newPage(WITHOUT_MOTION);
    const complaints: string[] = [];
    page.on('console', (line) => complaints.push(line.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const tabs = [
      'today',
      'overview',
      'funnel',
      'products',
      'carts',
      'customers',
      'time',
      'actions',
      'books',
      'trust',
    ];
    for (const tab of tabs) {
      await page.goto(testBed.addressOf(`tab=${tab}&${JUNE}`));
      await page.locator(`#${tab}-headline`).waitFor();
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('an invalid request', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is refused by its method: %s', async (method) => {
    const { status, headers } = await headersOf('/sbw_dashboard/', { method });
    expect(status).toBe(405);
    expect(headers).toMatchObject(PROMISED);
  });

  it.each([
    `GET /sbw_dashboard/${'../'.repeat(20)}etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n`,
    'GET /sbw_dashboard/brand/..%2f..%2frun.R HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /sbw_dashboard/brand/%00 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /sbw_dashboard/%ff%fe%zz% HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET // HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET //sbw_dashboard// HTTP/1.1\r\nHost: a b; c\r\n\r\n',
    `GET /sbw_dashboard/?login=${'a'.repeat(60_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET /sbw_dashboard/?login=${'a'.repeat(1_000_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    'GET /sbw_dashboard/?from=%00&to=%ff&login=\xff&tab=%zz HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET /sbw_dashboard/?${'a=1&'.repeat(10_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    'BREW /sbw_dashboard/ HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /sbw_dashboard/ HTTP/9.9\r\n\r\n',
    '\x00\x01\x02\x03\r\n\r\n',
    'GET',
  ])('does not end the dashboard: %#', async (bytes) => {
    expect(await firstLineFor(bytes)).not.toMatch(/ 5\d\d /);
    await expectAlive();
  });

  it('does not end the dashboard over its websocket', async () => {
    const page = await testBed.browser.newPage(WITHOUT_MOTION);
    await page.goto(`${testBed.dashboard.url}/sbw_dashboard/nothing`);
    const url = `${testBed.dashboard.url.replace('http', 'ws')}/sbw_dashboard/websocket/`;
    const init = (data: Record<string, unknown>) => JSON.stringify({ method: 'init', data });
    const messages = [
      '',
      'x',
      '{',
      'null',
      '[]',
      '7',
      '"\u0000"',
      '{"method":7}',
      '{"method":"init"}',
      '{"method":"update","data":[[]]}',
      '{"method":"nothing","args":{}}',
      init({ '.clientdata_url_search': 7, 'filters-period': { a: [] }, 'filters-login': ['a', 'b'] }),
      init({ '.clientdata_url_search': `?login=${'a'.repeat(100_000)}`, 'filters-from': '9999-99-99' }),
      init({ 'x:shiny.date': 'x', 'y:shiny.number': {}, 'z:nothing': 1 }),
      '['.repeat(100_000),
      'a'.repeat(2_000_000),
    ];
    await page.evaluate(
      async ([address, texts]) => {
        const send = (message: string | Uint8Array) =>
          new Promise<void>((resolve) => {
            const socket = new WebSocket(address);
            socket.onopen = () => {
              socket.send(message as string);
              setTimeout(() => socket.close(), 100);
            };
            socket.onclose = () => resolve();
            socket.onerror = () => resolve();
          });
        for (const message of [
          ...texts,
          new Uint8Array([1, 2, 2, 1, 255, 255, 255, 127]),
          new Uint8Array([0]),
        ])
          await send(message);
      },
      [url, messages] as const,
    );
    await page.close();
    await expectAlive();
  });
});
