'use client';

import Form from 'next/form';
import { usePathname, useSearchParams } from 'next/navigation';
import { SearchIcon } from '../icons';
import styles from './search-box.module.css';

/**
 * Searches products by words, with or without Vietnamese accents. It keeps its words only on the
 * results page.
 */
export function SearchBox() {
  const query = useSearchParams();
  const term = usePathname() === '/search' ? (query.get('q') ?? '') : '';
  return (
    <Form action="/search" prefetch={false} role="search" className={styles.box}>
      <SearchIcon />
      <input
        type="search"
        name="q"
        key={term}
        defaultValue={term}
        placeholder="Search the shop"
        aria-label="Search the shop"
        maxLength={200}
        autoComplete="off"
      />
      <button type="submit">Search</button>
    </Form>
  );
}
