// The button that prints the page; it shows only where scripts run.
for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print());
