// Asks before a link leads to another site. Without script such a link is marked in words.
import { add, around, button, held } from './shared/nodes.js';

function build() {
  const dialog = add(document.body, 'dialog', 'leaving');
  const close = () => dialog.close();
  dialog.setAttribute('aria-labelledby', 'leaving-title');
  dialog.setAttribute('aria-describedby', 'leaving-words');
  add(dialog, 'h2', 'leaving__title', '即将离开本网站').id = 'leaving-title';
  add(dialog, 'p', 'leaving__words', '您要打开的网页不属于本站，内容由对方网站负责：').id = 'leaving-words';
  const address = add(dialog, 'p', 'leaving__address');
  const choice = add(dialog, 'div', 'leaving__choice');
  button(choice, 'leaving__stay', '留在本站', close).autofocus = true;
  const go = add(choice, 'a', 'leaving__go', '继续前往');
  go.rel = 'external noopener noreferrer';
  go.addEventListener('click', close);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close();
  });
  return { dialog, address, go };
}

/**
 * Whether a link leads to another site.
 * @param {HTMLAnchorElement} link
 */
const leaves = (link) => /^https?:$/.test(link.protocol) && link.origin !== location.origin;

export function leaving() {
  if (!window.HTMLDialogElement) return;

  /** @type {ReturnType<typeof build> | undefined} */
  let asked;
  document.addEventListener('click', (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (around(event, 'a[href]'));
    if (!link || event.defaultPrevented || event.button || held(event) || !leaves(link)) return;
    if (asked?.dialog.contains(link)) return;
    event.preventDefault();
    asked = asked ?? build();
    asked.address.textContent = link.href;
    asked.go.href = link.href;
    asked.go.target = link.target;
    asked.dialog.showModal();
  });
}
