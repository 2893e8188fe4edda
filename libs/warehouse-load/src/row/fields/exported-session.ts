import { objectOf } from '@clickstream/event-schema/normalize';
import type { AgentKind } from './user-agent';
import type { Channel } from '../channel/channels';

const DEVICES: ReadonlySet<unknown> = new Set<AgentKind['device']>(['desktop', 'mobile', 'tablet']);

const CHANNELS: ReadonlySet<unknown> = new Set<Channel>([
  'direct',
  'organic_search',
  'paid_search',
  'social',
  'paid_social',
  'display',
  'email',
  'affiliate',
  'referral',
  'other_campaign',
]);

/**
 * The device that an export tells of the visit; null where none does, as for
 * every event of a browser.
 */
export function exportedDeviceOf(told: unknown): string | null {
  const device = told === undefined ? undefined : objectOf(told)?.['device'];
  return DEVICES.has(device) ? (device as string) : null;
}

/** The channel that an export tells of the visit: it knows what its rows do not show. */
export function exportedChannelOf(told: unknown): string | null {
  const channel = told === undefined ? undefined : objectOf(told)?.['channel'];
  return CHANNELS.has(channel) ? (channel as string) : null;
}
