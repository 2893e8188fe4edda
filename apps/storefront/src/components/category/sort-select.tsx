'use client';

import Form from 'next/form';
import type { SortOrder } from '../../shop/gateway';
import styles from './sort-select.module.css';

const LABELS: Record<SortOrder, string> = {
  recommended: 'Recommended',
  'price-up': 'Lowest price',
  'price-down': 'Highest price',
  newest: 'Newest',
};

interface SortSelectProps {
  readonly path: string;
  readonly sort: SortOrder;
  readonly brand: string | undefined;
}

/** Sorts a category as soon as an order is chosen. */
export function SortSelect({ path, sort, brand }: SortSelectProps) {
  return (
    <Form action={path} prefetch={false} scroll={false} className={styles.sort}>
      {brand && <input type="hidden" name="brand" value={brand} />}
      <label htmlFor="sort">Sort by</label>
      <select
        id="sort"
        name="sort"
        key={sort}
        defaultValue={sort}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {Object.entries(LABELS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit">Sort</button>
      </noscript>
    </Form>
  );
}
