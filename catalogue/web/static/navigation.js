/* Closes an open group of the header where one presses Escape, clicks beside it or goes on; without this file a group
   closes by its own button, or when another one opens. */
'use strict';

const groups = [...document.querySelectorAll('.main-nav__group')];

function close(except) {
  for (const group of groups) if (group !== except) group.open = false;
}

document.addEventListener('click', (event) => close(event.target.closest?.('.main-nav__group')));
document.addEventListener('keydown', (event) => {
  const open = groups.find((group) => group.open);
  if (event.key !== 'Escape' || !open) return;
  if (open.contains(document.activeElement)) open.querySelector('summary').focus();
  close();
});
for (const group of groups) {
  group.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !group.contains(event.relatedTarget)) group.open = false;
  });
}
