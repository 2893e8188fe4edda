// Client side of the page: buttons that set Shiny inputs, copying SQL, and keeping open sections
// and the focus when new figures replace the old ones.
(() => {
  const openDetails = new Set();
  let lastPressed = null;

  const send = (element, value) =>
    window.Shiny.setInputValue(element.dataset.input, value, { priority: 'event' });

  document.addEventListener('click', (event) => {
    const pressed = event.target.closest('button[data-input]');
    if (pressed) {
      lastPressed = { input: pressed.dataset.input, value: pressed.dataset.value };
      if (pressed.hasAttribute('aria-pressed')) press(lastPressed);
      send(pressed, pressed.dataset.value);
    }
    const copy = event.target.closest('button[data-copy]');
    if (copy) void copySql(copy);
  });

  // A redrawn button gets the focus again, unless the reader has moved on.
  document.addEventListener('focusin', ({ target }) => {
    if (!target.closest('button[data-input]')) lastPressed = null;
  });

  // Marks the button of an input that has the value as pressed.
  function press({ input, value }) {
    for (const button of document.querySelectorAll(
      `button[data-input="${CSS.escape(input)}"][aria-pressed]`,
    )) {
      button.setAttribute('aria-pressed', String(button.dataset.value === value));
    }
  }

  // A search is sent when typing pauses.
  let searching;
  document.addEventListener('input', ({ target }) => {
    if (!target.dataset.searchInput) return;
    clearTimeout(searching);
    searching = setTimeout(() => window.Shiny.setInputValue(target.dataset.searchInput, target.value), 300);
  });

  // On a phone the filters are a sheet that a button opens.
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('.filters-button');
    if (!button) return;
    const isOpen = document.querySelector('.filters').classList.toggle('open');
    button.setAttribute('aria-expanded', String(isOpen));
  });

  async function copySql(button) {
    const code = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
    } catch {
      // Without access to the clipboard the text is selected, ready for the keyboard.
      window.getSelection().selectAllChildren(code);
      button.textContent = 'Selected';
    }
  }

  document.addEventListener(
    'toggle',
    (event) => {
      const { id, open, dataset } = event.target;
      if (id) openDetails[open ? 'add' : 'delete'](id);
      // A section whose figures are asked only while it is open.
      if (dataset.openInput) window.Shiny.setInputValue(dataset.openInput, open);
    },
    true,
  );

  function restore() {
    for (const id of openDetails) document.getElementById(id)?.setAttribute('open', '');
    if (lastPressed && document.activeElement === document.body) {
      const { input, value } = lastPressed;
      document
        .querySelector(`button[data-input="${CSS.escape(input)}"][data-value="${CSS.escape(value)}"]`)
        ?.focus({ preventScroll: true });
    }
  }

  // Figures of other filters than the current ones are hidden until the new figures arrive.
  let filters = null;
  function hideStale() {
    for (const figures of document.querySelectorAll('[data-filters]')) {
      const isStale = filters !== null && figures.dataset.filters !== filters;
      figures.classList.toggle('stale', isStale);
      figures.toggleAttribute('aria-busy', isStale);
    }
  }
  function setFilters(now) {
    filters = now;
    hideStale();
  }

  // Answers arrive when Shiny itself is already idle: the page counts as busy until they are shown.
  let asking = false;
  const showAsking = () => asking && document.documentElement.classList.add('shiny-busy');

  function setAsking(now) {
    asking = now;
    document.documentElement.classList.toggle('shiny-busy', now);
  }

  // Shiny sets a timer without a function. Browsers treat it as a script in a string and block it.
  const { setTimeout } = window;
  window.setTimeout = (run, ...rest) => (typeof run === 'function' ? setTimeout(run, ...rest) : 0);

  const start = () => {
    window
      .jQuery(document)
      .on('shiny:value', () => setTimeout(restore, 0))
      .on('shiny:value', () => setTimeout(hideStale, 0))
      .on('shiny:idle', showAsking)
      .on('shiny:disconnected', () => setAsking(false));
    window.Shiny.addCustomMessageHandler('asking', setAsking);
    window.Shiny.addCustomMessageHandler('filters', setFilters);
    window.Shiny.addCustomMessageHandler('press', press);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
