import type { ClickstreamEvent } from '@clickstream/event-schema';
import { validateEvent } from '@clickstream/event-schema/validate';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

/** A page in which components are mounted, and the events it would send to the shop's endpoint. */
export interface TrackedPage {
  /** Replaces the shown content. */
  show(content: ReactNode): Promise<void>;
  /** Opens an address as a router does, with its content. */
  goTo(path: string, content: ReactNode): Promise<void>;
  /** Clicks the first element that matches the selector. */
  click(selector: string): Promise<void>;
  /** The events since the last call, in order. Each fits the contract. */
  events(): ClickstreamEvent[];
  close(): Promise<void>;
}

/**
 * Opens a page at `/`. The tracker delivers when the page is hidden, so nothing waits for a timer.
 */
export function openTrackedPage(): TrackedPage {
  const sent: ClickstreamEvent[] = [];
  Object.defineProperty(navigator, 'sendBeacon', {
    configurable: true,
    value(_url: string, body: string) {
      sent.push(...(JSON.parse(body) as { events: ClickstreamEvent[] }).events);
      return true;
    },
  });
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.title = 'SBW';
  const root: Root = createRoot(document.body.appendChild(document.createElement('div')));

  const show = async (content: ReactNode) => {
    await act(async () => root.render(content));
    await act(async () => new Promise((resolve) => setTimeout(resolve)));
  };
  return {
    show,
    async goTo(path, content) {
      history.pushState(null, '', path);
      await show(content);
    },
    click: (selector) => act(async () => document.querySelector<HTMLElement>(selector)?.click()),
    events() {
      dispatchEvent(new Event('pagehide'));
      const events = sent.splice(0);
      const faults = events.map(validateEvent).flatMap((check) => (check.ok ? [] : [check.reason]));
      expect(faults).toEqual([]);
      return events;
    },
    close: () => act(async () => root.unmount()),
  };
}
