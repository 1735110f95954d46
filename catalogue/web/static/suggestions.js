/* Suggestions while typing: makes a combobox of each search box, after the WAI-ARIA pattern "list autocomplete with
   manual selection". Without this file a search box is a plain text field. What is chosen leads to its page; in a box with
   data-choose it is sent with the form instead. */
'use strict';

const PAUSE_MS = 120;

for (const box of document.querySelectorAll('[data-suggestions]')) {
  const input = box.querySelector('input');
  const list = document.createElement('ul');
  const told = document.createElement('p');
  const known = new Map();
  let current = -1;
  let asking = new AbortController();
  let pause = 0;

  list.id = `${input.id}-vorschlaege`;
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.dataset.label);
  told.className = 'kern-sr-only';
  told.setAttribute('aria-live', 'polite');
  box.append(list, told);
  for (const [name, value] of Object.entries({
    role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id,
  })) input.setAttribute(name, value);

  const open = () => !list.hidden;

  function close() {
    list.hidden = true;
    told.textContent = '';
    mark(-1);
    input.setAttribute('aria-expanded', 'false');
  }

  function mark(number) {
    current = number;
    [...list.children].forEach((option, n) => option.setAttribute('aria-selected', String(n === number)));
    if (number < 0) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    input.setAttribute('aria-activedescendant', list.children[number].id);
    list.children[number].scrollIntoView({ block: 'nearest' });
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map((suggestion, number) => {
      const option = document.createElement('li');
      const text = document.createElement('span');
      const kind = document.createElement('span');
      option.id = `${list.id}-${number}`;
      option.setAttribute('role', 'option');
      option.dataset.address = suggestion.address ?? '';
      text.textContent = suggestion.text;
      text.lang = 'de';
      kind.textContent = suggestion.kind;
      kind.className = 'suggestions__kind';
      option.append(text, ' ', kind);
      return option;
    }));
    mark(-1);
    if (!suggestions.length) {
      close();
      return;
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    told.textContent = suggestions.length === 1 ? box.dataset.one : box.dataset.several.replace('#', suggestions.length);
  }

  async function suggest() {
    const typed = input.value.trim();
    asking.abort();
    if (typed.length < 2) {
      close();
      return;
    }
    asking = new AbortController();
    const { signal } = asking;
    try {
      if (!known.has(typed)) {
        const answer = await fetch(`${box.dataset.suggestions}?q=${encodeURIComponent(typed)}`, { signal });
        if (!answer.ok) return;
        known.set(typed, (await answer.json()).suggestions);
      }
      if (!signal.aborted && document.activeElement === input) show(known.get(typed));
    } catch (error) {
      if (error.name !== 'AbortError') close(); // offline: the box still searches
    }
  }

  function choose(option) {
    input.value = option.firstChild.textContent;
    close();
    if ('choose' in box.dataset) input.form.requestSubmit();
    else location.assign(option.dataset.address);
  }

  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(suggest, PAUSE_MS);
  });
  const dropLater = () => {
    clearTimeout(pause);
    asking.abort();
  };
  const stop = () => {
    dropLater();
    close();
  };
  input.addEventListener('blur', stop);
  input.form.addEventListener('submit', stop);
  input.addEventListener('keydown', (event) => {
    const last = list.children.length - 1;
    const moves = {
      ArrowDown: () => mark(current < last ? current + 1 : 0),
      ArrowUp: () => mark(current > 0 ? current - 1 : last),
    };
    if (event.isComposing) return;
    if (moves[event.key] && !open()) {
      event.preventDefault();
      suggest();
    } else if (moves[event.key]) {
      event.preventDefault();
      dropLater(); // who moves chooses among what is seen: no later answer may take its place
      if (!event.altKey) moves[event.key]();
    } else if (event.key === 'Escape' && open()) {
      event.preventDefault();
      close();
    } else if (event.key === 'Escape') {
      input.value = '';
    } else if (event.key === 'Enter' && current >= 0) {
      event.preventDefault();
      choose(list.children[current]);
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      mark(-1);
    }
  });
  list.addEventListener('mousedown', (event) => event.preventDefault()); // the focus stays in the box
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) choose(option);
  });
}
