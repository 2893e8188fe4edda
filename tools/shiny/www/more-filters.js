// The fields under "More filters": a choice is sent as "name=value". The server draws the fields again, and
// the one that was used gets the focus back, unless the reader has moved on.
(() => {
  let used = null;

  document.addEventListener('change', ({ target }) => {
    const { only, onlyInput } = target.dataset;
    if (!only) return;
    used = target.id;
    window.Shiny.setInputValue(onlyInput, `${only}=${target.value}`, { priority: 'event' });
  });

  document.addEventListener('focusin', ({ target }) => {
    if (target.id !== used) used = null;
  });

  // A click elsewhere and Escape close the sheet.
  const close = (sheet) => sheet?.removeAttribute('open');
  document.addEventListener('click', ({ target, isTrusted }) => {
    // Not those of address.js, which chooses the tab of a step of Back.
    const sheet = isTrusted && document.querySelector('.more-filters[open]');
    // A field that was drawn again is no longer in the page.
    if (sheet && target.isConnected && !sheet.contains(target)) close(sheet);
  });
  document.addEventListener('keydown', (event) => {
    const sheet = event.key === 'Escape' && document.querySelector('.more-filters[open]');
    if (!sheet) return;
    close(sheet);
    sheet.querySelector('summary').focus();
  });

  const start = () => {
    window.jQuery(document).on('shiny:value', ({ name }) => {
      if (!name.endsWith('-values') || !used) return;
      window.setTimeout(() => document.getElementById(used)?.focus({ preventScroll: true }), 0);
    });
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
