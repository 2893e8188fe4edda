'use client';

import { usePathname } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { NOBODY, visitorFrom, type Visitor } from './visitor';

/** The event after which the cookies are read again. */
const CHANGED = 'sbw:visitor';

let cookie = '';
let visitor = NOBODY;

/** The visitor as the cookies are now: the same object until they change. Nobody on the server. */
export function readVisitor(): Visitor {
  if (typeof document === 'undefined') return NOBODY;
  if (document.cookie !== cookie) {
    cookie = document.cookie;
    visitor = visitorFrom(cookie);
  }
  return visitor;
}

/** Reads the cookies again, after the shop has answered with others. */
export function noticeVisitor(): void {
  dispatchEvent(new Event(CHANGED));
}

/**
 * The visitor, from the first moment after hydration on; NOBODY before. The cookies are read again
 * on each page, since the shop changes them on the way to one.
 */
export function useVisitor(): Visitor {
  usePathname();
  return useSyncExternalStore(follow, readVisitor, () => NOBODY);
}

/** False while React takes over the HTML, which is the same for everybody; then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function follow(listener: () => void): () => void {
  const names = [CHANGED, 'pageshow', 'focus'];
  names.forEach((name) => addEventListener(name, listener));
  return () => names.forEach((name) => removeEventListener(name, listener));
}

const never = () => () => undefined;
