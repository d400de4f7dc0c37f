// A button to print the page, where a browser prints. Large print is for the screen: on paper
// everybody gets the same sheets. They say when they were printed.

/**
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
const all = (selector) => document.querySelectorAll(selector);

function date() {
  for (const line of all('[data-printed]')) {
    const place = line.querySelector('span');
    line.hidden = false;
    if (place) place.textContent = new Date().toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' });
  }
}

export function printing() {
  if (!window.print) return;

  const { dataset } = document.documentElement;
  /** @type {string | undefined} */
  let elder;

  for (const button of all('[data-print-page]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  addEventListener('beforeprint', () => {
    elder = dataset.elder;
    delete dataset.elder;
    date();
  });
  addEventListener('afterprint', () => {
    if (elder !== undefined) dataset.elder = elder;
  });
}
