// Tips over the marks of charts, for the pointer and for the keyboard: a chart is one stop of the
// Tab key, and the arrow keys step through its marks. New figures redraw a chart every minute; the
// focus stays on the same mark.
(() => {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('role', 'status');
  let current = null;
  // The chart that has the focus, and the position of its mark, to restore them after a redraw.
  let held = null;
  // Its callback runs before the browser handles the next key.
  const drawing = new MutationObserver(restore);

  function show(mark) {
    current?.classList.remove('at');
    current = mark;
    tip.hidden = !mark;
    if (!mark) return;
    mark.classList.add('at');
    tip.textContent = mark.dataset.tip;
    const box = mark.getBoundingClientRect();
    const half = tip.offsetWidth / 2;
    const middle = Math.min(Math.max(box.left + box.width / 2, half + 8), window.innerWidth - half - 8);
    tip.style.left = `${middle + window.scrollX}px`;
    tip.style.top = `${Math.max(box.top - tip.offsetHeight - 8, 4) + window.scrollY}px`;
  }

  const stepOf = ({ key }, columns) =>
    ({ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns, Home: -Infinity, End: Infinity })[
      key
    ];

  document.addEventListener('keydown', (event) => {
    const chart = event.target.closest?.('[data-steps]');
    if (event.key === 'Escape') {
      show(null);
      if (chart) hold(chart);
    }
    const step = stepOf(event, Number(chart?.dataset.steps));
    if (!chart || step === undefined) return;
    event.preventDefault();
    const marks = [...chart.querySelectorAll('[data-tip]')];
    const place = marks.indexOf(current);
    const next = place < 0 ? 0 : place + step;
    if (Number.isFinite(step) && marks[place] && !marks[next]) return;
    show(marks[Math.min(Math.max(next, 0), marks.length - 1)]);
    hold(chart);
  });

  document.addEventListener('pointerover', (event) => show(event.target.closest?.('[data-tip]') ?? null));
  document.addEventListener('pointerdown', leave);
  document.addEventListener('focusin', ({ target }) => (target.dataset.steps ? hold(target) : leave()));
  document.addEventListener('focusout', () => show(null));

  function leave() {
    held = null;
    drawing.disconnect();
    show(null);
  }

  function hold(chart) {
    const output = chart.closest('.shiny-html-output');
    const nth = output ? [...output.querySelectorAll('[data-steps]')].indexOf(chart) : -1;
    const place = [...chart.querySelectorAll('[data-tip]')].indexOf(current);
    held = output && { chart, output, nth, place };
    if (output) drawing.observe(output, { childList: true, subtree: true });
  }

  function restore() {
    if (current && !current.isConnected) show(null);
    if (!held || held.chart.isConnected) return;
    const { output, nth, place } = held;
    const chart = output.querySelectorAll('[data-steps]')[nth];
    if (!chart) return;
    chart.focus({ preventScroll: true });
    show(chart.querySelectorAll('[data-tip]')[place] ?? null);
    hold(chart);
  }

  const start = () => document.body.append(tip);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
