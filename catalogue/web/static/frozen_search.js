/* The search of a frozen copy. What is asked stands in the address, as on the live site: words in `q`, filters by their
   names. From a web space Pagefind finds in all texts; from disk, where browsers load no index, the list of the page is
   narrowed by its names and lines. Without this file the list remains. */
'use strict';

const AT_ONCE = 20;
const FILLERS = new Set(`aber alle als also am an auch auf aus bei beim bin bis da damit dann das dass dem den der des die
  dies diese dieser doch dort du durch ein eine einem einen einer eines er es für gegen gibt haben hat hier ich ihr im in
  ins ist ja kann kein keine können man mehr mein mit muss nach nicht noch nur ob oder ohne schon sein sich sie sind so
  soll um und uns unser unsere unserer unserem unseren vom von vor was welche wenn wer werden wie wir wird wo wollen zu
  zum zur über the for and with how`.split(/\s+/));

const home = new URL('../pagefind/', document.currentScript.src);
const box = document.getElementById('suche');
const told = box.querySelector('[data-told]');
const note = box.querySelector('[data-note]');
const hits = box.querySelector('[data-hits]');
const next = box.querySelector('[data-next]');
const entries = new Map([...document.querySelectorAll('[data-entry]')].map((entry) => [file(entry.querySelector('a')), entry]));
const asked = new URLSearchParams(location.search);
const query = (asked.get('q') ?? '').trim();
const filters = [...asked].filter(([name, value]) => name !== 'q' && value);

/* What tells entries apart by their pages, in either language. */
function file(link) {
  return link.getAttribute('href').replace(/^(\.\.\/|en\/)+/, '');
}

function words(text) {
  const found = text.toLowerCase().match(/[\p{L}\p{N}-]{2,}/gu) ?? [];
  const told = found.filter((word) => !FILLERS.has(word));
  return [...new Set(told.length ? told : found)];
}

/* Filters of one name are alternatives, those of different names all hold. */
function passes(entry) {
  const values = entry.dataset.entry.split(' ');
  const names = new Set(filters.map(([name]) => name));
  return [...names].every((name) => filters.some(([other, value]) => other === name && values.includes(`${name}=${value}`)));
}

/* Entries of the list whose name and line have the words: whole or as a beginning, long ones also within a word. */
function inList() {
  const texts = [...entries.values()].filter(passes).map((entry) => [entry, ...[entry, entry.querySelector('a')].map((part) => part.textContent.toLowerCase())]);
  const found = new Map(words(query).length ? [] : texts.map(([entry]) => [entry, 0]));
  for (const word of words(query)) {
    const meets = new RegExp(word.length < 5 ? `(?<!\\p{L})${word}` : word, 'u');
    const met = texts.filter(([, text]) => meets.test(text));
    const rarity = Math.log(1 + texts.length / (1 + met.length));
    for (const [entry, , name] of met) found.set(entry, (found.get(entry) ?? 0) + rarity * (meets.test(name) ? 2 : 1));
  }
  return [...found].sort(([, one], [, other]) => other - one).map(([entry]) => ({ entry }));
}

/* A text as concepts are compared: no capitals, no signs on letters. */
function folded(text) {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

/* The terms of the concepts that the query names, in the words of the site's own thesaurus; inflected by up to two letters. */
function named(concepts) {
  const text = folded(query);
  return Object.entries(concepts).filter(([, names]) => names.some((name) => {
    const plain = folded(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?:${plain.length > 3 ? '\\p{L}{0,2}' : ''})(?![\\p{L}\\p{N}])`, 'u').test(text);
  })).map(([term]) => term);
}

/* Pagefind wants every word of a query in an entry. Here each word is asked alone and counts the more the rarer it is;
   concepts are words like others. */
async function inTexts() {
  const [pagefind, concepts] = await Promise.all([
    import(new URL('pagefind.js', home)),
    fetch(new URL('concepts.json', home)).then((answer) => answer.json()),
  ]);
  await pagefind.options({ ranking: { termFrequency: 0.6, pageLength: 0.4, termSaturation: 1.4, termSimilarity: 2 } });
  const narrowed = {};
  for (const [name, value] of filters) (narrowed[name] ??= { any: [] }).any.push(value);
  const terms = query ? [...words(query), ...named(concepts)] : [null];
  const answers = await Promise.all(terms.map((word) => pagefind.search(word, { filters: narrowed })));
  const found = new Map();
  for (const { results } of answers) {
    const rarity = Math.log(1 + entries.size / (1 + results.length));
    const most = Math.max(...results.map((result) => result.score), 0.001);
    for (const result of results) {
      const hit = found.get(result.id) ?? { result, score: 0 };
      hit.score += rarity * (0.4 + result.score / most);
      found.set(result.id, hit);
    }
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

/* The sentence of a text that has most of the words of the query, with these marked. */
function sentence(text) {
  const stems = words(query).map((word) => word.slice(0, Math.max(4, word.length - 2)));
  if (!stems.length) return null;
  const met = new RegExp(`(?<!\\p{L})((?:${stems.map((stem) => stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})\\p{L}*)`, 'giu');
  const [best, count] = text.split('¶')[0].split(/(?<=[.!?])\s+/).map((part) => [part, part.match(met)?.length ?? 0])
    .reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0]);
  if (!count) return null;
  const shown = document.createElement('p');
  shown.className = 'kern-body kern-body--small snippet';
  shown.lang = 'de';
  best.split(met).forEach((part, number) => {
    const piece = document.createElement(number % 2 ? 'mark' : 'span');
    piece.textContent = part;
    shown.append(piece);
  });
  return shown;
}

/* A hit as it stands in the list, with a sentence of its text. */
async function item(hit) {
  const data = await hit.result?.data();
  const entry = hit.entry ?? entries.get(data.raw_url.replace(/^\//, ''));
  const shown = document.createElement('li');
  shown.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
  const told = data && sentence(data.content);
  if (told) shown.append(told);
  return shown;
}

async function show(found) {
  let shown = 0;
  const more = async () => {
    const items = await Promise.all(found.slice(shown, shown + AT_ONCE).map(item));
    shown += AT_ONCE;
    hits.append(...items);
    next.hidden = shown >= found.length;
    return items[0];
  };
  const count = found.length === 0 ? box.dataset.nothing : found.length === 1 ? box.dataset.one : box.dataset.several.replace('#', found.length);
  const narrowed = filters.map(([, value]) => value).join(', ');
  await more();
  told.textContent = narrowed ? `${count}, ${box.dataset.narrowed} ${narrowed}` : count;
  box.setAttribute('aria-busy', 'false');
  next.addEventListener('click', async () => (await more())?.querySelector('a')?.focus());
}

function say(text) {
  note.textContent = text;
  note.hidden = false;
}

async function search() {
  box.hidden = false;
  box.setAttribute('aria-busy', 'true');
  document.getElementById('alle').hidden = true;
  document.getElementById('q').value = query;
  told.textContent = box.dataset.searching;
  if (location.protocol === 'file:') {
    say(box.dataset.fromDisk);
    return show(inList());
  }
  try {
    return await show(await inTexts());
  } catch (error) {
    console.warn(error);
    say(box.dataset.failed);
    return show(inList());
  }
}

if (query || filters.length) search();
