import { readConfig } from '../../config';
import { requireStaff } from '../../desk/staff';
import { fatesOf } from '../../inspector/server/fates-of';
import { askWarehouse } from '../../inspector/server/warehouse';

/** Bytes of a request: 200 events of the largest kind would not fit, and are asked in parts. */
const MAX_BYTES = 500_000;
const NOT_KEPT = { headers: { 'cache-control': 'private, no-store' } };

/** The fates of events, for the inspector: a JSON array of them as they are sent. */
export async function POST(request: Request): Promise<Response> {
  // A developer needs no account. For everybody else but people of the shop there is no such page.
  if (process.env.NODE_ENV !== 'development') await requireStaff();
  const text = await request.text();
  if (text.length > MAX_BYTES) return refused(413, 'The request is too large.');
  const events = eventsIn(text);
  if (!events) return refused(400, 'The body is not a JSON array of events.');
  const { warehouseUrl } = readConfig();
  const ask = warehouseUrl === null ? null : (ids: readonly string[]) => askWarehouse(warehouseUrl, ids);
  return Response.json(await fatesOf(events, ask), NOT_KEPT);
}

const refused = (status: number, error: string) => Response.json({ error }, { ...NOT_KEPT, status });

function eventsIn(text: string): Record<string, unknown>[] | null {
  try {
    const value: unknown = JSON.parse(text);
    const isEvents = Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
    return isEvents ? (value as Record<string, unknown>[]) : null;
  } catch {
    return null;
  }
}
