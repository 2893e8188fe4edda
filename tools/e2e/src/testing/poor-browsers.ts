/** Scripts that run before those of a page: missing features and settings of a browser. */

/** Changes nothing. */
export const asItIs = (): void => undefined;

/** Fills the storage of the page's origin to the last character. */
export const fillStorage = () => {
  for (let size = 1 << 20; size >= 1; size = size >> 1) {
    try {
      for (let part = 0; ; part += 1) localStorage.setItem(`shop.${size}.${part}`, 'x'.repeat(size));
    } catch {
      // Full for this size: smaller ones may still fit.
    }
  }
};

export const forbidStorage = () =>
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    },
  });

/** True when a page can store an id. */
export const canStore = () => {
  try {
    localStorage.setItem('an.id', '0193583c-0000-7000-8000-000000000000');
    return true;
  } catch {
    return false;
  }
};

/** As in an old browser, and on a page without https. */
export const takeLocksAway = () => Object.defineProperty(navigator, 'locks', { value: undefined });

/** A request then waits for its answer for as long as its page is open. */
export const takeRequestTimeoutsAway = () =>
  Object.defineProperty(AbortSignal, 'timeout', { value: undefined });

export const askForPrivacy = () => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });

export const askNotToBeTracked = () => Object.defineProperty(navigator, 'doNotTrack', { value: '1' });
