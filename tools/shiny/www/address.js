// The browser's Back and Forward. The browser changes the address bar at once; the server, which
// writes the choices into it, learns of a step later. So steps are counted, and an answer to an
// earlier step is dropped: it would undo the reader's latest step.
(() => {
  let steps = 0;

  window.addEventListener('popstate', () => {
    steps += 1;
    window.Shiny.setInputValue('back', { query: window.location.search, step: steps }, { priority: 'event' });
  });

  const ofThisStep = (answer) => (message) => {
    if (message.step === steps) answer(message);
  };

  function showAddress({ address, push }) {
    if (push) window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  }

  // Sets tab and filters like a click. Shiny is notified, so that the next click on the old value
  // counts.
  function showChosen({ tab, radios }) {
    const link = document.querySelector(`#tab a[data-value="${CSS.escape(tab)}"]`);
    if (!link.classList.contains('active')) link.click();
    for (const [id, value] of Object.entries(radios)) {
      const group = document.getElementById(id);
      for (const radio of group.querySelectorAll('input')) radio.checked = radio.value === value;
      group.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  const start = () => {
    window.Shiny.addCustomMessageHandler('address', ofThisStep(showAddress));
    window.Shiny.addCustomMessageHandler('chosen', ofThisStep(showChosen));
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
