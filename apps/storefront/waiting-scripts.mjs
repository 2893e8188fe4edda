/** Attribute of the root of a page whose scripts may wait: see src/app/[language]/layout.tsx. */
const MAY_WAIT = /<html[^>]* data-scripts="wait"/;
const SCRIPT_FILE = /<script src="([^"]+)"(?: id="[^"]*")? async="">\s*<\/script>/g;
const SCRIPT_PRELOAD = /<link rel="preload" as="script"[^>]*>/g;

/**
 * A page that loads its scripts at the first interaction, if its root says that they may wait.
 *
 * @param {string} html as Next has made it
 */
export function withWaitingScripts(html) {
  if (!MAY_WAIT.test(html)) return html;
  const files = [...html.matchAll(SCRIPT_FILE)].map(([, file]) => file);
  const page = html.replace(SCRIPT_FILE, '').replace(SCRIPT_PRELOAD, '');
  const starter = `<script>(${startWhenTouched})(${JSON.stringify([...new Set(files)])})</script>`;
  return page.replace(/(<\/body><\/html>)?$/, (end) => starter + end);
}

/**
 * Runs in the page, without anything around it, so its comments are here. It loads the scripts at
 * the first interaction, and at once in a browser in which the shop keeps something: a cart, a
 * name, an agreement, a wish. A page that appears below a pointer gets a move by 0 pixels, which is
 * not an interaction.
 *
 * What was pressed, chosen, typed or sent last before React handles it is done again then. A form
 * of the shop is held until then, and so is a link where the landing tells where the visitor comes
 * from, by its query or its referrer: another page load would forget that before anybody has agreed
 * to anything. After three seconds without scripts both go on as they do without JavaScript. The
 * question about consent is another form by then, with the same buttons.
 *
 * @param {readonly string[]} files
 */
export function startWhenTouched(files) {
  const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin'];
  const doings = ['click', 'change', 'input', 'submit'];
  const { referrer } = document;
  const isFromElsewhere =
    location.search !== '' || (referrer !== '' && !referrer.startsWith(location.origin));
  let isLoading = false;
  /** @type {(() => void) | undefined} */
  let again;

  /** @param {any} sign */
  function take({ type, movementX, movementY }) {
    if (type !== 'pointermove' || movementX !== 0 || movementY !== 0) load();
  }

  function load() {
    if (isLoading) return;
    isLoading = true;
    for (const sign of signs) removeEventListener(sign, take, true);
    for (const file of files) {
      const script = document.createElement('script');
      script.src = file;
      document.head.append(script);
    }
  }

  /** @param {any} event */
  function note(event) {
    load();
    const { type, target, submitter } = event;
    const { value } = target;
    if (type === 'submit') {
      const { name, value: answer } = submitter ?? {};
      const repeat = () => {
        if (target.isConnected) target.requestSubmit(submitter);
        else document.querySelector(`button[name="${name}"][value="${answer}"]`)?.click();
      };
      if (isFromElsewhere || target.method === 'post' || target.action.startsWith('javascript:'))
        hold(event, repeat);
    } else if (type === 'click') {
      const button = target.closest('button[type=button]');
      const link = isFromElsewhere && !event.ctrlKey && !event.metaKey && target.closest('a[href^="/"]');
      if (button) again = () => button.click();
      if (!link) return;
      link.lastElementChild?.setAttribute('data-pending', '');
      hold(event, () => link.click());
    } else
      again = () => {
        target.value = value;
        target.dispatchEvent(new Event(type, { bubbles: true }));
      };
  }

  /**
   * @param {Event} event
   * @param {() => void} repeat
   */
  function hold(event, repeat) {
    event.preventDefault();
    again = repeat;
    setTimeout(doAgain, 3_000);
  }

  function doAgain() {
    for (const doing of doings) removeEventListener(doing, note, true);
    again?.();
    again = undefined;
  }

  for (const sign of signs) addEventListener(sign, take, true);
  for (const doing of doings) addEventListener(doing, note, true);
  addEventListener('sbw:hydrated', () => setTimeout(doAgain), { once: true });
  try {
    if (document.cookie !== '' || localStorage.length > 0) load();
  } catch {
    load();
  }
}
