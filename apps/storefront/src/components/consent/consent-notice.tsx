'use client';

import { useEffect, useRef, useState } from 'react';
import { chooseConsent } from '../../consent/actions';
import { consentFrom, type ConsentFacts } from '../../consent/consent';
import { useShown } from '../../language/language-provider';
import { changeConsent } from '../../tracking/storefront-tracker';
import { noticeVisitor } from '../../visitor/use-visitor';

import { Button } from '../forms/button';
import styles from './consent-notice.module.css';

/** The event by which another component shows the notice again. */
const REOPEN = 'sbw:privacy-choices';

export interface ConsentWords {
  readonly label: string;
  /** Words about what the shop counts by default, and its question. */
  readonly offer: string;
  /** The same where the browser asks for privacy. */
  readonly privateBrowser: string;
  readonly decline: string;
  readonly accept: string;
  readonly saved: string;
}

interface ConsentNoticeProps extends ConsentFacts {
  readonly words: ConsentWords;
  /** True in the HTML, which is the same for those who have answered. */
  readonly isFirst?: boolean;
}

/**
 * Explains what the shop counts, and offers yes and no with equal weight. It is part of the page
 * rather than an overlay, and reappears whenever the shopper opens it.
 */
export function ConsentNotice({ words, isFirst, ...facts }: ConsentNoticeProps) {
  const [state, setState] = useState<'untouched' | 'reopened' | 'answered' | 'unsaved'>('untouched');
  const { noAnswer } = useShown().words;
  const isAsked = facts.choice === null && !facts.asksForPrivacy;
  const isOpen = state === 'untouched' ? isAsked : state !== 'answered';
  const notice = useRef<HTMLElement>(null);
  useEffect(() => {
    const reopen = () => setState('reopened');
    addEventListener(REOPEN, reopen);
    return () => removeEventListener(REOPEN, reopen);
  }, []);
  useEffect(() => {
    // It is near the top of the page, but was opened from the bottom.
    if (state === 'reopened') notice.current?.focus();
  }, [state]);

  const choose = async (form: FormData) => {
    const choice = consentFrom(form.get('consent'));
    // Applied at once, since the shop's answer may take a while.
    if (choice) changeConsent(choice);
    setState('answered');
    // A choice that cannot be stored holds for this page, which stays as it is.
    await chooseConsent(form).catch(() => setState('unsaved'));
    noticeVisitor();
  };
  const text = facts.asksForPrivacy ? words.privateBrowser : words.offer;
  return (
    <>
      <p role="status" className="visually-hidden">
        {state === 'answered' && words.saved}
      </p>
      {isOpen && (
        <section
          ref={notice}
          tabIndex={-1}
          aria-label={words.label}
          className={styles.notice}
          data-first={isFirst || undefined}
        >
          <form action={choose} className={styles.inner}>
            <p>{text}</p>
            {state === 'unsaved' && <p role="alert">{noAnswer}</p>}
            <div className={styles.answers}>
              <Button look="quiet" name="consent" value="denied">
                {words.decline}
              </Button>
              <Button look="quiet" name="consent" value={facts.asksForPrivacy ? 'cookieless' : 'granted'}>
                {words.accept}
              </Button>
            </div>
          </form>
        </section>
      )}
    </>
  );
}

/** Shows the notice again, so that declining later is as easy as at first. */
export function PrivacyChoices({ label, className }: { label: string; className?: string }) {
  return (
    <button type="button" className={className} onClick={() => dispatchEvent(new Event(REOPEN))}>
      {label}
    </button>
  );
}
