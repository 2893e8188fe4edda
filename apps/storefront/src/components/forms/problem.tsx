import styles from './problem.module.css';

/** Reason for which a form was refused, announced to screen readers. */
export function Problem({ text }: { text: string | undefined }) {
  return (
    <div role="alert" className={styles.place}>
      {text && <p className={styles.problem}>{text}</p>}
    </div>
  );
}
