import Form from 'next/form';
import { SearchIcon } from './icons';
import styles from './search-box.module.css';

/** Looks for products by words, with or without Vietnamese accents. */
export function SearchBox({ term = '' }: { term?: string }) {
  return (
    <Form action="/search" role="search" className={styles.box}>
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
