/** Makes the page hidden, as when its tab is closed or left, and dispatches the event. */
export function hidePage(): void {
  setVisibility('hidden');
}

/** Brings the page back to the front. */
export function showPage(): void {
  setVisibility('visible');
}

/** Dispatches the event of leaving the page, for good or until the shopper returns to it. */
export function leavePage(): void {
  dispatchEvent(new Event('pagehide'));
}

/** Restores a page that was left from the browser's memory. */
export function returnToPage(): void {
  dispatchEvent(new Event('pageshow'));
}

function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Forbids storage, as private modes and policies do, until the returned function is called. */
export function forbidStorage(): () => void {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') as PropertyDescriptor;
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  return () => Object.defineProperty(globalThis, 'localStorage', own);
}
