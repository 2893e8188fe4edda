import { useEffect, useState } from 'react';
import { addressWith } from '../../../../formatting/query';
import { useShown } from '../../../../language/language-provider';
import type { Suggestion } from '../../../../search/suggestion';

/** Longer than most people need for the next letter, so that a word is one request. */
const PAUSE_MS = 250;
const FEWEST_LETTERS = 2;
const NONE: readonly Suggestion[] = [];

/**
 * Suggestions for what is being typed, once the shopper pauses. The search works without them: a
 * request that fails shows none.
 */
export function useSuggestions(typed: string): readonly Suggestion[] {
  const term = typed.trim();
  const { language } = useShown();
  const [answer, setAnswer] = useState({ term: '', suggestions: NONE });

  useEffect(() => {
    if (term.length < FEWEST_LETTERS) return;
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(addressWith('/search/suggestions', { q: term, in: language }), {
          signal: leaving.signal,
        });
        if (response.ok) setAnswer({ term, suggestions: (await response.json()) as Suggestion[] });
      } catch {
        // Offline, or a letter was typed meanwhile.
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [term, language]);

  return term.length < FEWEST_LETTERS ? NONE : answer.suggestions;
}
