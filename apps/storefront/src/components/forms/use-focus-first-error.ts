import { useEffect, useRef, type RefObject } from 'react';

/**
 * Leads to the first field that was refused, so that nobody has to look for it.
 *
 * @param answer what the action answered; a new one moves the focus
 * @returns for the form
 */
export function useFocusFirstError(answer: { fields?: object }): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer.fields) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [answer]);
  return form;
}
