'use client';

import { useEffect, useRef } from 'react';
import { useShown } from '../language/language-provider';
import { track } from '../tracking/storefront-tracker';

interface Answer {
  readonly problem?: string;
  readonly fields?: object;
}

/**
 * Tracks each refused submission of a form: the names of its wrong fields, never what was typed. A
 * sign-in that was refused as a whole has an event of its own. A request without an answer is none.
 */
export function useTrackedErrors(name: string, answer: Answer): void {
  const { noAnswer } = useShown().words;
  const last = useRef(answer);
  useEffect(() => {
    if (last.current === answer) return;
    last.current = answer;
    const { problem, fields = {} } = answer;
    const wrong = Object.keys(fields);
    if (problem === noAnswer || (!problem && wrong.length === 0)) return;
    if (name === 'sign_in' && problem) track('login_failure', { login: { method: 'email' } });
    else track('form_error', { form: { name, fields: wrong } });
  }, [name, answer, noAnswer]);
}
