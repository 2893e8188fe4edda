// Bars and numbers that open what is behind them: by a click, and by Enter on the mark of a chart
// to which the arrow keys have come. What opens gets the focus; what closes gives it back.
(() => {
  const PANEL = 'behind-behind';
  let opening = false;
  let from = null;

  function open(bar) {
    opening = true;
    from = bar;
    window.Shiny.setInputValue('behind-bar', bar, { priority: 'event' });
  }

  document.addEventListener('click', ({ target }) => {
    const mark = target.closest('[data-bar]');
    if (mark) open(mark.dataset.bar);
    const button = target.closest(`#${PANEL} button[data-input]`);
    if (!button || button.dataset.input.endsWith('page')) return;
    opening = true;
    if (button.dataset.input === 'behind-bar') giveBack();
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.target.dataset?.steps) return;
    const mark = event.target.querySelector('.at[data-bar]');
    if (mark) open(mark.dataset.bar);
  });

  function giveBack() {
    opening = false;
    const mark = from && document.querySelector(`[data-bar="${CSS.escape(from)}"]`);
    const stop = mark?.closest('[data-steps]') ?? mark;
    stop?.focus();
  }

  function moveTo() {
    const panel = document.getElementById(PANEL);
    if (!opening || !panel) return;
    opening = false;
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: 'start' });
  }

  const start = () =>
    window.jQuery(document).on('shiny:value', ({ name }) => {
      if (name === 'behind-panel') window.setTimeout(moveTo, 0);
    });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
