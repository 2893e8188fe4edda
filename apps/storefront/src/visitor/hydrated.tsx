'use client';

import { useEffect } from 'react';

/**
 * Says that React handles the page's events: see waiting-scripts.mjs. Placed last, so that its
 * effect is. Renders nothing.
 */
export function Hydrated() {
  useEffect(() => {
    dispatchEvent(new Event('sbw:hydrated'));
  }, []);
  return null;
}
