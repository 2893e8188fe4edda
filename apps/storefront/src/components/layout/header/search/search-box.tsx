'use client';

import Form from 'next/form';
import { useRouter } from 'next/navigation';
import { Suspense, useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useAddress } from '../../../../language/language-provider';
import type { Suggestion } from '../../../../search/suggestion';
import type { Words } from '../../../../words';
import { counted } from '../../../../words/sentences';
import { SearchIcon } from '../../icons';
import { SearchedTerm } from './searched-term';
import { optionId, SuggestionList } from './suggestion-list';
import styles from './search-box.module.css';
import { useSuggestions } from './use-suggestions';

/**
 * Searches products by words, and suggests pages as one types: a combobox, by the keys and names of
 * the ARIA practices. Without JavaScript it is a form. It keeps its words only on the results page.
 */
export function SearchBox({ words }: { words: Words['frame']['search'] }) {
  const router = useRouter();
  const addressOf = useAddress();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [marked, setMarked] = useState(-1);
  const suggestions = useSuggestions(typed);
  const isOpen = suggestions.length > 0;

  const close = () => {
    setTyped('');
    setMarked(-1);
  };
  const choose = ({ href }: Suggestion) => {
    close();
    router.push(addressOf(href));
  };
  const show = useCallback((term: string) => {
    // Written into the input rather than a new one, which would lose the focus.
    if (input.current) input.current.value = term;
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const suggestion = suggestions[marked];
    if (event.key === 'Escape' && isOpen) close();
    else if (step && isOpen) {
      // From the input over the suggestions and back: one place more than there are suggestions.
      const places = suggestions.length + 1;
      setMarked(((marked + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && suggestion) choose(suggestion);
    else return;
    event.preventDefault();
  };

  return (
    <Form
      action={addressOf('/search')}
      prefetch={false}
      role="search"
      className={styles.box}
      onSubmit={close}
    >
      <SearchIcon />
      <Suspense>
        <SearchedTerm show={show} />
      </Suspense>
      <input
        ref={input}
        type="search"
        name="q"
        placeholder={words.label}
        aria-label={words.label}
        maxLength={200}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-activedescendant={suggestions[marked] ? optionId(list, marked) : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setMarked(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <button type="submit">{words.button}</button>
      {isOpen && (
        <SuggestionList
          id={list}
          label={words.suggestions}
          suggestions={suggestions}
          marked={marked}
          choose={choose}
        />
      )}
      <p role="status" className="visually-hidden">
        {isOpen && counted(words.countOfSuggestions, suggestions.length)}
      </p>
    </Form>
  );
}
