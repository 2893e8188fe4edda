'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useLayoutEffect, useRef } from 'react';
import { readAddress } from '../../../../words/languages';

/**
 * Reports what the address searches for, on every page; nothing elsewhere than on the results page.
 * Renders nothing, so that HTML from a cache has the search itself.
 */
export function SearchedTerm({ show }: { show: (term: string) => void }) {
  const query = useSearchParams();
  const { path } = readAddress(usePathname());
  const term = path === '/search' ? (query.get('q') ?? '') : '';
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    // Words that were typed before React came stay.
    if (term !== '' || !isFirst.current) show(term);
    isFirst.current = false;
  }, [show, term, path]);
  return null;
}
