import styles from './problem.module.css';

/** Why a form was refused; read aloud as soon as it shows. */
export function Problem({ text }: { text: string | undefined }) {
  return (
    <div role="alert" className={styles.place}>
      {text && <p className={styles.problem}>{text}</p>}
    </div>
  );
}
