import type { StoredEvent } from '../testing/stored-events';
import type { Fields } from './journey';
import type { ToldEvent } from './walk';

/** Fields of every event, which `envelopeFaults` looks at. */
const ENVELOPE = [
  'eventName',
  'eventId',
  'eventTimestamp',
  'sequence',
  'schemaVersion',
  'clientId',
  'sessionId',
  'isFirstVisit',
  'userId',
  'userLoginState',
  'identitySource',
  'pageUrl',
  'pageTitle',
  'referrer',
  '_ingest',
];

/**
 * The events of browsers, each once. Two tabs that are left at once both send what waits, and the
 * shop tells its orders itself: copies, which count once by their id.
 */
export function eachOnce(events: readonly StoredEvent[]): StoredEvent[] {
  const byBrowsers = events.filter(({ sequence }) => sequence !== undefined);
  return [...new Map(byBrowsers.map((event) => [event['eventId'], event])).values()];
}

/**
 * Stored events in the order in which they happened, as a journey names them: all fields but those
 * of every event, a view with its page, and who did it unless that is not known. Ids that only this
 * run knows have names: `cart 1`, `order 1`.
 */
export function toldBy(events: readonly StoredEvent[]): ToldEvent[] {
  const sorted = [...events].sort(
    (one, other) =>
      String(one['eventTimestamp']).localeCompare(String(other['eventTimestamp'])) ||
      Number(one['sequence']) - Number(other['sequence']),
  );
  const names = namesOfIds(sorted);
  return sorted.map((event) => {
    const fields = JSON.stringify(fieldsOf(event));
    const named = [...names].reduce((text, [id, name]) => text.replaceAll(id, name), fields);
    return [String(event['eventName']), JSON.parse(named) as Fields];
  });
}

function fieldsOf(event: StoredEvent): Fields {
  const own = Object.entries(event).filter(([name]) => !ENVELOPE.includes(name));
  const by = event['userLoginState'];
  return {
    ...(event['eventName'] === 'page_view' && {
      path: pathOf(event['pageUrl']),
      title: event['pageTitle'],
      from: pathOf(event['referrer']),
    }),
    ...Object.fromEntries(own),
    ...(by !== 'anonymous' && { by }),
  };
}

/** A page of the shop; an id in it, as of a registration, is not known before. */
const pathOf = (url: unknown) => {
  if (!URL.canParse(String(url))) return null;
  const { pathname, search } = new URL(String(url));
  return (pathname + search).replace(/=[0-9a-f]{8}-[0-9a-f-]{27}/, '=…');
};

function namesOfIds(events: readonly StoredEvent[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const [field, name] of [
    ['cartId', 'cart'],
    ['orderId', 'order'],
  ] as const) {
    const found = JSON.stringify(events).matchAll(new RegExp(`"${field}":"([^"]+)"`, 'g'));
    const ids = [...new Set([...found].map(([, id = '']) => id))];
    ids.forEach((id, index) => names.set(id, `${name} ${index + 1}`));
  }
  return names;
}

/**
 * The events that must be told, one view of them without its title if it came so: an order is sent
 * within seconds, which a slow machine may need for the title of a page.
 */
export function withoutLateTitle(
  expected: readonly ToldEvent[],
  told: readonly ToldEvent[],
): readonly ToldEvent[] {
  const late = told.findIndex(([name, { title }]) => name === 'page_view' && title === null);
  return expected.map(([name, fields], index) => [
    name,
    index === late && name === 'page_view' ? { ...fields, title: null } : fields,
  ]);
}
