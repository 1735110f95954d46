/* From disk, browsers do not draw parts of another file's drawing: there they are put into the page. */
'use strict';

const used = location.protocol === 'file:' ? [...document.querySelectorAll('use[href*=".svg#"]')] : [];

/* The drawings of a file, put into the page once; their ids get a beginning of their own, as the page has ids too. */
function sheet(name) {
  const id = `zeichnung-${name.split('.')[0]}`;
  if (!document.getElementById(id)) {
    const drawing = new DOMParser().parseFromString(window.drawings[name], 'image/svg+xml').documentElement;
    for (const part of drawing.querySelectorAll('[id]')) part.id = `${id}-${part.id}`;
    drawing.id = id;
    drawing.setAttribute('class', 'frozen__drawings');
    drawing.setAttribute('aria-hidden', 'true');
    document.body.append(document.importNode(drawing, true));
  }
  return id;
}

if (used.length) {
  const script = document.createElement('script');
  script.src = new URL('drawings.js', document.currentScript.src);
  script.addEventListener('load', () => {
    for (const use of used) {
      const [file, part] = use.getAttribute('href').split('#');
      use.setAttribute('href', `#${sheet(file.split('/').pop())}-${part}`);
    }
  });
  document.head.append(script);
}
