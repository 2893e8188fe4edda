import type { Suggestion } from '../../../../search/suggestion';
import styles from './suggestion-list.module.css';

interface SuggestionListProps {
  readonly id: string;
  readonly label: string;
  readonly suggestions: readonly Suggestion[];
  /** The marked one; -1 for none. */
  readonly marked: number;
  readonly choose: (suggestion: Suggestion) => void;
}

/** The id of an option, by which the input names the marked one. */
export const optionId = (list: string, index: number) => `${list}-${index}`;

/** Suggestions below the search. The focus stays in the input, which the keys belong to. */
export function SuggestionList({ id, label, suggestions, marked, choose }: SuggestionListProps) {
  return (
    <ul id={id} role="listbox" aria-label={label} className={styles.list}>
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.href}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === marked}
          data-track="search-suggestion"
          // The press would take the focus from the input, and close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(suggestion)}
        >
          <span>{suggestion.label}</span> <span className={styles.detail}>{suggestion.detail}</span>
        </li>
      ))}
    </ul>
  );
}
