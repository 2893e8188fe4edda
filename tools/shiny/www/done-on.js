// Buttons that record an action as done: each sends its action and the day in the field next to it.
// They stay disabled until the list is drawn again, so that two quick clicks are one.
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-done-input]');
  if (!button) return;
  const form = button.closest('.done-form');
  const { doneInput, change, kind, key } = button.dataset;
  const day = form.querySelector('[data-done-day]').value;
  for (const each of form.querySelectorAll('button')) each.disabled = true;
  setTimeout(() => {
    for (const each of form.querySelectorAll('button')) each.disabled = false;
  }, 3000);
  window.Shiny.setInputValue(doneInput, { change, kind, key, day }, { priority: 'event' });
});
