import type { Words } from '../../words';
import styles from './star-choice.module.css';

interface StarChoiceProps {
  readonly defaultValue?: string | undefined;
  readonly error?: string | undefined;
  readonly words: Words['reviews']['form']['stars'];
}

/** One to five stars as radio buttons, each with its word. */
export function StarChoice({ defaultValue, error, words }: StarChoiceProps) {
  return (
    <fieldset className={styles.choice} aria-describedby={error ? 'stars-error' : undefined}>
      <legend>{words.legend}</legend>
      <div className={styles.row}>
        {([1, 2, 3, 4, 5] as const).map((stars) => (
          <label key={stars} className={styles.star}>
            <input
              type="radio"
              name="stars"
              value={stars}
              defaultChecked={String(stars) === defaultValue}
              aria-invalid={error ? true : undefined}
            />
            <span>
              <strong>{stars}</strong> {words[stars]}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id="stars-error" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
