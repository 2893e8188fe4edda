'use client';

import Form from 'next/form';
import { useEffect, useRef, useState } from 'react';
import type { SortOrder } from '../../shop/gateway';
import { useAddress } from '../../language/language-provider';
import { trackFilter } from '../../tracking/choices/follow-choices';
import type { Words } from '../../words';
import styles from './sort-select.module.css';

interface SortSelectProps {
  /** Name of the sorted list in events. */
  readonly list: string;
  readonly path: string;
  readonly sort: SortOrder;
  readonly brand: string | undefined;
  readonly words: Pick<Words['browse']['list'], 'sortBy' | 'sort' | 'orders'>;
}

/** True between a sort and its page, which is another one, with a select of its own. */
let isSorting = false;

/**
 * Sorts a category as soon as an order is chosen by pointer or finger. Keys pass over the orders
 * between, so by keyboard it is Enter, or the button, that sorts.
 */
export function SortSelect({ list, path, sort, brand, words }: SortSelectProps) {
  const addressOf = useAddress();
  const select = useRef<HTMLSelectElement>(null);
  const lastKey = useRef<string | null>(null);
  const [chosen, setChosen] = useState(sort);
  const [shown, setShown] = useState(sort);
  if (shown !== sort) {
    // Another page came, by a link or by going back.
    setShown(sort);
    setChosen(sort);
  }
  useEffect(() => {
    if (isSorting) select.current?.focus({ preventScroll: true });
    isSorting = false;
  }, [sort]);
  const isPassing = () => lastKey.current !== null && !['Enter', ' '].includes(lastKey.current);

  return (
    <Form
      action={addressOf(path)}
      prefetch={false}
      scroll={false}
      className={styles.sort}
      onSubmit={() => {
        isSorting = true;
        // The form's own value: a choice submits it before React renders again.
        trackFilter('sort', select.current?.value ?? null, list);
      }}
    >
      {brand && <input type="hidden" name="brand" value={brand} />}
      <label htmlFor="sort">{words.sortBy}</label>
      <select
        ref={select}
        id="sort"
        name="sort"
        value={chosen}
        onPointerDown={() => (lastKey.current = null)}
        onKeyDown={(event) => {
          lastKey.current = event.key;
          if (event.key === 'Enter' && chosen !== sort) event.currentTarget.form?.requestSubmit();
        }}
        onChange={(event) => {
          const { form, value } = event.currentTarget;
          setChosen(value as SortOrder);
          if (!isPassing()) form?.requestSubmit();
        }}
      >
        {Object.entries(words.orders).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {chosen !== sort && <button type="submit">{words.sort}</button>}
      <noscript>
        <button type="submit">{words.sort}</button>
      </noscript>
    </Form>
  );
}
