import { isbot } from 'isbot';
import { remembering } from './remembering';

/** What a user agent tells about its visitor. */
export interface AgentKind {
  readonly isBot: boolean;
  readonly device: 'desktop' | 'mobile' | 'tablet' | 'bot' | 'unknown';
}

const UNKNOWN: AgentKind = { isBot: false, device: 'unknown' };

const TABLET = /iPad|Tablet|PlayBook|Silk|Kindle|Android(?!.*Mobile)/i;
const MOBILE = /Mobi|iPhone|iPod|Windows Phone|Opera Mini/i;
const DESKTOP = /Windows NT|Macintosh|X11|Linux|CrOS/i;

/** Reads a user agent; without one nothing is known, and that is no bot. */
export function agentKindOf(userAgent: string | null): AgentKind {
  return userAgent === null ? UNKNOWN : readAgent(userAgent);
}

const readAgent = remembering((userAgent): AgentKind => {
  if (isbot(userAgent)) return { isBot: true, device: 'bot' };
  if (TABLET.test(userAgent)) return { isBot: false, device: 'tablet' };
  if (MOBILE.test(userAgent)) return { isBot: false, device: 'mobile' };
  if (DESKTOP.test(userAgent)) return { isBot: false, device: 'desktop' };
  return UNKNOWN;
});
