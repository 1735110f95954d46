/* Keeps the ids of the shortlist in the browser's own storage and shows on every page what is on it. Without this file
   the list lives in the address of its page alone. */
'use strict';

const KEY = 'merkliste';
const MOST_KEPT = 50;
const words = document.currentScript.dataset;

function kept() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => /^[a-z0-9-]{1,120}$/.test(id)).slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

function keep(ids) {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set(ids)].slice(0, MOST_KEPT)));
  } catch { /* storage is switched off: the list still lives in the address */ }
  show();
}

function address(ids) {
  return `${words.root}/merkliste${ids.length ? `?${ids.map((id) => `id=${id}`).join('&')}` : ''}`;
}

/* Bring the link in the header and all buttons up to date. */
function show() {
  const ids = kept();
  for (const link of document.querySelectorAll('[data-shortlist-link]')) {
    link.setAttribute('href', address(ids));
    put(link, ids.length ? `${words.name} (${ids.length})` : words.name);
  }
  for (const button of document.querySelectorAll('button[data-shortlist-toggle]')) {
    const label = button.querySelector('[data-label]');
    put(label, ids.includes(button.dataset.shortlistToggle) ? words.remove : words.add);
  }
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

document.addEventListener('click', (event) => {
  const { shortlistToggle: toggled, shortlistRemove: removed, shortlistAdd: added } =
    event.target.closest?.('[data-shortlist-toggle], [data-shortlist-remove], [data-shortlist-add]')?.dataset ?? {};
  const ids = kept();
  if (toggled && event.target.closest('button')) {
    keep(ids.includes(toggled) ? ids.filter((id) => id !== toggled) : [...ids, toggled]);
    document.getElementById('merkliste-stand').textContent = document.querySelector('[data-shortlist-link]').textContent;
  } else if (removed) {
    keep(ids.filter((id) => id !== removed));
  } else if (added) {
    keep([...ids, ...new URLSearchParams(location.search).getAll('id'), added]);
  }
});

/* The page of the shortlist, called without a list, shows the one that is kept. */
if (location.pathname === `${words.root}/merkliste` && !location.search && kept().length) location.replace(address(kept()));

show();
addEventListener('pageshow', show);
addEventListener('storage', show);
new MutationObserver(show).observe(document.querySelector('main'), { childList: true, subtree: true });
