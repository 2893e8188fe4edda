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
 * The device that an export names for the session; null where it names none, as for every event of
 * a browser.
 */
export function exportedDeviceOf(exported: unknown): string | null {
  const device = exported === undefined ? undefined : objectOf(exported)?.['device'];
  return DEVICES.has(device) ? (device as string) : null;
}

/** The channel that an export names for the session: the sender knows what its rows do not show. */
export function exportedChannelOf(exported: unknown): string | null {
  const channel = exported === undefined ? undefined : objectOf(exported)?.['channel'];
  return CHANNELS.has(channel) ? (channel as string) : null;
}
