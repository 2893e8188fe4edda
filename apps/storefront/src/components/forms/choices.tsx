import styles from './choices.module.css';

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly {
    readonly value: string;
    readonly title: string;
    readonly text: string;
    readonly price?: string;
  }[];
  readonly defaultValue?: string | undefined;
  readonly onChoose?: (value: string) => void;
}

/** A choice of a few options, each with a sentence: radio buttons as cards. */
export function Choices({ name, legend, choices, defaultValue, onChoose }: ChoicesProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map(({ value, title, text, price }) => (
        <label key={value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            aria-label={title}
            onChange={() => onChoose?.(value)}
          />
          <span>
            <strong>{title}</strong>
            <span className={styles.text}>{text}</span>
          </span>
          {price && <span className={styles.price}>{price}</span>}
        </label>
      ))}
    </fieldset>
  );
}
