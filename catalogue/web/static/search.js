/* Refreshes hits and counts when a filter or the order changes, without loading the page anew: the same address is
   asked, and the parts that differ are taken over. Without this file, or when the line is down, the form does it. */
'use strict';

const form = document.getElementById('suche');
const REPLACED = ['titel', 'filterzahl', 'verborgen', 'arten', 'ansicht', 'ergebnis'];
const here = () => location.pathname + location.search;
let shown = here();
let asking = new AbortController();

/* The address of what the form says now, as short as the links on the page. */
function address() {
  const pairs = [...new FormData(form)].filter(([name, value]) => value && !(name === 'sortierung' && value === 'relevance'));
  const asked = new URLSearchParams(pairs).toString();
  return form.getAttribute('action') + (asked ? `?${asked}` : '');
}

async function refresh(to, { keep = true } = {}) {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  form.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(to, { signal, headers: { Accept: 'text/html' } });
    if (!answer.ok) throw new Error(answer.status);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (signal.aborted) return false;
    if (keep) history.pushState(null, '', to);
    shown = here();
    take(fresh, { typing: keep });
    form.removeAttribute('aria-busy');
    return true;
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(to);
    return false;
  }
}

/* What is being typed stays, unless the visitor went back to another search. */
function take(fresh, { typing }) {
  document.title = fresh.title;
  for (const id of REPLACED) document.getElementById(id).replaceChildren(...fresh.getElementById(id).childNodes);
  for (const id of ['q', 'sortierung', 'ort']) {
    const field = document.getElementById(id);
    if (!typing || field !== document.activeElement) field.value = fresh.getElementById(id).value;
  }
  takeFacets(document.getElementById('facetten'), fresh.getElementById('facetten'));
  for (const link of document.querySelectorAll('link[hreflang], a[hreflang]')) {
    const other = fresh.querySelector(`${link.localName}[hreflang="${link.hreflang}"]`);
    if (other) link.setAttribute('href', other.getAttribute('href'));
  }
  document.getElementById('stand').textContent = fresh.getElementById('stand').textContent; // is announced
}

/* Facets are replaced but stay as open as they were; the one that is being used is only brought up to date. */
function takeFacets(here, fresh) {
  const old = new Map([...here.children].map((facet) => [facet.dataset.facet, facet]));
  const next = [...fresh.children].map((facet) => {
    const before = old.get(facet.dataset.facet);
    if (!before) return facet;
    if (before.contains(document.activeElement)) {
      bringUpToDate(before, facet);
      return before;
    }
    facet.open = before.open;
    const more = [before, facet].map((each) => each.querySelector('.facet__more'));
    if (more[0] && more[1]) more[1].open = more[0].open;
    return facet;
  });
  const used = [...here.children].find((facet) => facet.contains(document.activeElement));
  if (used && !next.includes(used)) next.unshift(used);
  for (const facet of [...here.children]) if (!next.includes(facet)) facet.remove();
  const at = next.indexOf(used); // moving it would take the focus away
  here.prepend(...next.slice(0, Math.max(at, 0)));
  here.append(...next.slice(at + 1));
}

function bringUpToDate(facet, fresh) {
  for (const input of facet.querySelectorAll('input')) {
    const other = fresh.querySelector(`#${CSS.escape(input.id)}`);
    if (input.type !== 'checkbox') {
      if (other && input !== document.activeElement) input.value = other.value;
      continue;
    }
    input.checked = Boolean(other?.checked);
    const count = facet.querySelector(`label[for="${CSS.escape(input.id)}"] .count`);
    count.textContent = other ? fresh.querySelector(`label[for="${CSS.escape(input.id)}"] .count`).textContent : '(0)';
  }
}

form.addEventListener('change', (event) => {
  const asked = address() !== shown; // a field that is left after it was sent tells of its change once more
  if (event.target.id !== 'q' && asked && form.checkValidity()) refresh(address());
});

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (await refresh(address())) document.getElementById('treffer').focus();
});

/* Links that change the search, too: afterwards the focus is where the number of hits stands. */
form.addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-refresh]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  event.preventDefault();
  if (await refresh(link.getAttribute('href'))) document.getElementById('treffer').focus();
});

/* Going back shows the search of that address; a jump within the page is none. */
window.addEventListener('popstate', () => {
  if (here() !== shown) refresh(here(), { keep: false });
});
