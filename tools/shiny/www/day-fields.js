// The date fields. A browser reports every digit of a year as it is typed: 0002, 0020, 0202, 2026.
// So a day is sent on Enter, on leaving the field, or at once if no key was involved, as on a pick
// from the calendar.
(() => {
  const isDay = (element) => element instanceof Element && element.matches('input[data-day-input]');
  let typing = false;

  function sendDay(field) {
    typing = false;
    if (field.value === '' || field.value === (field.dataset.sent ?? field.defaultValue)) return false;
    field.dataset.sent = field.value;
    window.Shiny.setInputValue(field.dataset.dayInput, field.value, { priority: 'event' });
    return true;
  }

  // The server's day is never written into a field that has the focus: that would swallow the next
  // digit.
  function showDay({ id, value }) {
    const field = document.getElementById(id);
    field.dataset.shown = value;
    if (field !== document.activeElement) settleDay(field);
  }

  function settleDay(field) {
    field.value = field.dataset.sent = field.dataset.shown ?? field.defaultValue;
  }

  // Enter in a field would otherwise submit its form.
  document.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('pointerdown', () => (typing = false), true);
  document.addEventListener('keydown', (event) => {
    if (!isDay(event.target)) return;
    if (event.key === 'Enter') sendDay(event.target);
    else typing = true;
  });
  document.addEventListener('change', (event) => {
    if (isDay(event.target) && !typing) sendDay(event.target);
  });
  document.addEventListener('focusout', (event) => {
    if (isDay(event.target) && !sendDay(event.target)) settleDay(event.target);
  });

  const start = () =>
    window.Shiny.addCustomMessageHandler('set-days', (days) => {
      for (const day of Object.values(days)) showDay(day);
    });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
