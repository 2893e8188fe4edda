import { isbot } from 'isbot';

/** What a user agent tells about its visitor. */
export interface AgentKind {
  readonly isBot: boolean;
  readonly device: 'desktop' | 'mobile' | 'tablet' | 'bot' | 'unknown';
}

const UNKNOWN: AgentKind = { isBot: false, device: 'unknown' };

const TABLET = /iPad|Tablet|PlayBook|Silk|Kindle|Android(?!.*Mobile)/i;
const MOBILE = /Mobi|iPhone|iPod|Windows Phone|Opera Mini/i;
const DESKTOP = /Windows NT|Macintosh|X11|Linux|CrOS/i;

/** A browser's user agent comes with each of its events, and to read one is dear: the latest are remembered. */
const remembered = new Map<string, AgentKind>();
const REMEMBERED_AGENTS = 5_000;

/** Reads a user agent; without one nothing is known, and that is no bot. */
export function agentKindOf(userAgent: string | null): AgentKind {
  if (userAgent === null) return UNKNOWN;
  let kind = remembered.get(userAgent);
  if (kind === undefined) {
    if (remembered.size >= REMEMBERED_AGENTS) remembered.clear();
    kind = readAgent(userAgent);
    remembered.set(userAgent, kind);
  }
  return kind;
}

function readAgent(userAgent: string): AgentKind {
  if (isbot(userAgent)) return { isBot: true, device: 'bot' };
  if (TABLET.test(userAgent)) return { isBot: false, device: 'tablet' };
  if (MOBILE.test(userAgent)) return { isBot: false, device: 'mobile' };
  if (DESKTOP.test(userAgent)) return { isBot: false, device: 'desktop' };
  return UNKNOWN;
}
