// A button to print the page, where a browser prints. Large print is for the screen: on paper
// everybody gets the same sheets. They say when they were printed.
(() => {
  'use strict';
  if (!window.print) return;

  const { dataset } = document.documentElement;
  let elder;

  for (const button of document.querySelectorAll('[data-print-page]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  addEventListener('beforeprint', () => {
    elder = dataset.elder;
    delete dataset.elder;
    for (const line of document.querySelectorAll('[data-printed]')) {
      line.hidden = false;
      line.querySelector('span').textContent = new Date().toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' });
    }
  });
  addEventListener('afterprint', () => {
    if (elder !== undefined) dataset.elder = elder;
  });
})();
