'use client';

import { useEffect, useState } from 'react';
import { resendCode } from '../../../account/code/actions';
import { useSafeAction } from '../../../forms/use-safe-action';
import type { Words } from '../../../words';
import { Button } from '../../forms/button';
import styles from '../../forms/form-stack.module.css';
import { Problem } from '../../forms/problem';

/** A mail needs a moment. */
const WAIT_MS = 30_000;

interface Answer {
  readonly problem?: string;
  readonly isSent?: boolean;
}

/** A button for another code, half a minute after the last one; at any time without JavaScript. */
export function ResendCode({
  words,
}: {
  words: Pick<Words['account']['enterCode'], 'sent' | 'wait' | 'again'>;
}) {
  const [answer, action, pending] = useSafeAction<Answer>(resendCode, {});
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    setWaiting(true);
    const timer = setTimeout(() => setWaiting(false), WAIT_MS);
    return () => clearTimeout(timer);
  }, [answer]);
  return (
    <form action={action} className={styles.stack}>
      <Problem text={answer.problem} />
      <p role="status">{answer.isSent ? words.sent : ''}</p>
      <Button look="quiet" disabled={pending || isWaiting}>
        {isWaiting ? words.wait : words.again}
      </Button>
    </form>
  );
}
