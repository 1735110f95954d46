// The button that copies the text of a field, named by its id, and says so; it shows only where scripts run.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => {
    document.getElementById(button.dataset.copy).select();
    // Old, but the only way that also works where the site is not served by https.
    if (document.execCommand('copy')) document.getElementById(button.getAttribute('aria-controls')).textContent = button.dataset.said;
  });
}
