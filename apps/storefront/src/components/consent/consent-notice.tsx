'use client';

import { useEffect, useRef, useState } from 'react';
import { chooseConsent } from '../../consent/actions';
import { consentFrom, type ConsentFacts } from '../../consent/consent';
import { NO_ANSWER } from '../../forms/use-safe-action';
import { changeConsent } from '../../tracking/storefront-tracker';
import { noticeVisitor } from '../../visitor/use-visitor';
import { Button } from '../forms/button';
import styles from './consent-notice.module.css';

/** The event by which another component shows the notice again. */
const REOPEN = 'sbw:privacy-choices';

const WHAT =
  'what is looked at, put in the cart and bought, to become a better shop. Nothing goes to advertisers.';

/** Consent choices; the first is yes. */
function wordsFor({ byDefault, asksForPrivacy }: ConsentFacts) {
  const counted = asksForPrivacy ? 'cookieless' : 'granted';
  if (asksForPrivacy)
    return {
      counted,
      text: `Your browser asks not to be followed, so SBW counts without knowing who you are: ${WHAT}`,
    };
  if (byDefault === 'cookieless')
    return {
      counted,
      text: `SBW counts ${WHAT} May it recognise you when you come back? Until you accept, it counts without knowing who you are.`,
    };
  if (byDefault === 'granted') return { counted, text: `SBW counts ${WHAT}` };
  return { counted, text: `May SBW count your visit? It counts ${WHAT}` };
}

/**
 * Explains what the shop counts, and offers yes and no with equal weight. It is part of the page
 * rather than an overlay, and reappears whenever the shopper opens it.
 *
 * @param isFirst true in the HTML, which is the same for those who have answered
 */
export function ConsentNotice({ isFirst, ...facts }: ConsentFacts & { readonly isFirst?: boolean }) {
  const [state, setState] = useState<'untouched' | 'reopened' | 'answered' | 'unsaved'>('untouched');
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
  const { counted, text } = wordsFor(facts);
  return (
    <>
      <p role="status" className="visually-hidden">
        {state === 'answered' && 'Your choice is saved.'}
      </p>
      {isOpen && (
        <section
          ref={notice}
          tabIndex={-1}
          aria-label="Privacy"
          className={styles.notice}
          data-first={isFirst || undefined}
        >
          <form action={choose} className={styles.inner}>
            <p>{text}</p>
            {state === 'unsaved' && <p role="alert">{NO_ANSWER}</p>}
            <div className={styles.answers}>
              <Button look="quiet" name="consent" value="denied">
                Decline
              </Button>
              <Button look="quiet" name="consent" value={counted}>
                Accept
              </Button>
            </div>
          </form>
        </section>
      )}
    </>
  );
}

/** Shows the notice again, so that declining later is as easy as at first. */
export function PrivacyChoices({ className }: { className?: string }) {
  return (
    <button type="button" className={className} onClick={() => dispatchEvent(new Event(REOPEN))}>
      Privacy choices
    </button>
  );
}
