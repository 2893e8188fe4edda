import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to the first refused field.
 *
 * @param answer the answer of the action; a new one moves the focus
 * @returns a ref for the form
 */
export function useFocusFirstError(answer: { fields?: object }): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer.fields) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [answer]);
  return form;
}
