// The form of a funnel: adds, removes and moves its steps, and sends all of it at once.
(() => {
  const MOST = 8;
  const FEWEST = 2;

  const stepsOf = (form) => [...form.querySelectorAll('.own-step')];
  const part = (element, name) => element.querySelector(`[data-part="${name}"]`);

  // Numbers the steps, and switches off the buttons that a step has no use for.
  function arrange(form) {
    const steps = stepsOf(form);
    steps.forEach((step, index) => {
      step.setAttribute('aria-label', `Step ${index + 1}`);
      step.querySelector('.own-place').textContent = index + 1;
      part(step, 'value').closest('.own-condition').hidden = part(step, 'field').value === '';
      for (const button of step.querySelectorAll('[data-step]')) {
        button.setAttribute('aria-label', `${button.title} step ${index + 1}`);
        button.disabled = {
          up: index === 0,
          down: index === steps.length - 1,
          remove: steps.length <= FEWEST,
        }[button.dataset.step];
      }
    });
    form.querySelector('[data-step="add"]').disabled = steps.length >= MOST;
  }

  const said = (form, text) => (form.querySelector('[data-said]').textContent = text);

  // The first of these that can have the focus gets it: a moved button loses it.
  const focusOn = (...elements) => elements.find((element) => element && !element.disabled)?.focus();

  const change = {
    add(form) {
      const last = stepsOf(form).at(-1);
      const step = last.cloneNode(true);
      part(step, 'event').value = part(last, 'event').value;
      part(step, 'field').value = '';
      part(step, 'value').value = '';
      last.after(step);
      arrange(form);
      part(step, 'event').focus();
      said(form, `Step ${stepsOf(form).length} is added.`);
    },
    remove(form, step) {
      const next = step.nextElementSibling ?? step.previousElementSibling;
      step.remove();
      arrange(form);
      focusOn(next.querySelector('[data-step="remove"]'), form.querySelector('[data-step="add"]'));
      said(form, `The step is removed; ${stepsOf(form).length} are left.`);
    },
    up: (form, step) => move(form, step, 'up'),
    down: (form, step) => move(form, step, 'down'),
  };

  function move(form, step, way) {
    if (way === 'up') step.previousElementSibling.before(step);
    else step.nextElementSibling.after(step);
    arrange(form);
    const button = (name) => step.querySelector(`[data-step="${name}"]`);
    focusOn(button(way), button(way === 'up' ? 'down' : 'up'));
    said(form, `It is step ${stepsOf(form).indexOf(step) + 1} now.`);
  }

  function definitionOf(form) {
    const read = (element, names) =>
      Object.fromEntries(names.map((name) => [name, part(element, name).value]));
    return {
      steps: stepsOf(form).map((step) => read(step, ['event', 'field', 'kind', 'value'])),
      window: read(form, ['count', 'of']),
      ...read(form, ['order', 'unit', 'entry']),
      breakdown: [...form.querySelectorAll('[data-part="by"]')].map(({ value }) => value).filter(Boolean),
    };
  }

  // Sent as text: R checks it as it checks an address.
  const send = (form) =>
    window.Shiny.setInputValue(
      form.dataset.formInput,
      { form: JSON.stringify(definitionOf(form)) },
      { priority: 'event' },
    );

  document.addEventListener('click', ({ target }) => {
    const button = target.closest('.own-form [data-step], .own-form [data-preset]');
    if (!button) return;
    const form = button.closest('form');
    if (button.dataset.step) return void change[button.dataset.step](form, button.closest('.own-step'));
    for (const [name, value] of Object.entries(JSON.parse(button.dataset.preset))) {
      part(form, name).value = value;
    }
    send(form);
  });
  document.addEventListener('change', ({ target }) => {
    if (target.dataset.part === 'field') arrange(target.closest('form'));
  });
  // A value is offered what exists for its field.
  document.addEventListener('focusin', ({ target }) => {
    if (target.dataset.part !== 'value') return;
    const field = part(target.closest('.own-step'), 'field').value;
    target.setAttribute('list', `${target.form.dataset.values}-${field}`);
  });
  document.addEventListener('submit', (event) => {
    if (!event.target.matches('.own-form')) return;
    event.preventDefault();
    send(event.target);
  });
})();
