'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState, useSyncExternalStore } from 'react';
import { useShown } from '../language/language-provider';
import { typedIn } from './form-text';

/** State of a form after a submission that was refused. */
interface Refused {
  readonly problem?: string;
  readonly typed?: Record<string, string>;
}

type Action<State> = (before: State, form: FormData) => Promise<State>;

const neverChanges = () => () => undefined;

/**
 * The state and the action of a form, as `useActionState` has them. A request that fails is a
 * problem of the form, which keeps what was typed, rather than one that replaces the page.
 *
 * @param check looks at the form before it is sent, and may add to it; null when nothing is wrong
 */
export function useSafeAction<State extends Refused>(
  action: Action<State>,
  initial: Awaited<State>,
  check?: (form: FormData) => State | null,
) {
  const { noAnswer } = useShown().words;
  // Until then, and without JavaScript, a form must have the server's action itself.
  const isInteractive = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const safe: Action<State> = async (before, form) => {
    try {
      return check?.(form) ?? (await action(before, form));
    } catch (error) {
      unstable_rethrow(error);
      return { ...before, fields: undefined, problem: noAnswer, typed: typedIn(form) };
    }
  };
  return useActionState<State, FormData>(isInteractive ? safe : action, initial);
}
