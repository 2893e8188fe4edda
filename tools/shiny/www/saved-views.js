// Saved views: sends names to save, rename and delete, and opens a view without loading the page
// again, like a step of Back.
(() => {
  const send = (input, value) => window.Shiny.setInputValue(input, value, { priority: 'event' });

  document.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-view-input]');
    if (!form) return;
    event.preventDefault();
    const { change, viewInput, viewId } = form.dataset;
    send(viewInput, { change, id: viewId, name: form.querySelector('input').value });
  });

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-view-input]');
    if (button) remove(button);
    const link = event.target.closest('a[data-view]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.history.pushState(null, '', link.getAttribute('href'));
    send(link.dataset.view, link.textContent);
    link.closest('.saved-views').open = false;
    show();
  });

  // Deleting is for all readers, so it takes a second press.
  function remove(button) {
    if (!button.dataset.sure) {
      button.dataset.sure = 'yes';
      button.textContent = 'Delete for all readers?';
      return;
    }
    const { change, viewInput, viewId } = button.dataset;
    send(viewInput, { change, id: viewId });
  }

  // address.js tells the server of what is in the address bar.
  const show = () => window.dispatchEvent(new PopStateEvent('popstate'));

  const start = () =>
    window.Shiny.addCustomMessageHandler('open-view', (address) => {
      window.history.replaceState(null, '', address);
      show();
    });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
