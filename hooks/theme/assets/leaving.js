// Asks before a link leads to another site. Without script such a link is marked in words.
(() => {
  'use strict';

  if (!window.HTMLDialogElement) return;

  const make = (parent, tag, name, text = '') => {
    const node = document.createElement(tag);
    node.className = name;
    node.textContent = text;
    parent.append(node);
    return node;
  };

  let dialog, address, go;

  function build() {
    dialog = make(document.body, 'dialog', 'leaving');
    dialog.setAttribute('aria-labelledby', 'leaving-title');
    dialog.setAttribute('aria-describedby', 'leaving-words');
    make(dialog, 'h2', 'leaving__title', '即将离开本网站').id = 'leaving-title';
    make(dialog, 'p', 'leaving__words', '您要打开的网页不属于本站，内容由对方网站负责：').id = 'leaving-words';
    address = make(dialog, 'p', 'leaving__address');
    const choice = make(dialog, 'div', 'leaving__choice');
    const stay = make(choice, 'button', 'leaving__stay', '留在本站');
    stay.type = 'button';
    stay.autofocus = true;
    stay.addEventListener('click', () => dialog.close());
    go = make(choice, 'a', 'leaving__go', '继续前往');
    go.rel = 'external noopener noreferrer';
    go.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  const leaves = (link) => /^https?:$/.test(link.protocol) && link.origin !== location.origin;

  document.addEventListener('click', (event) => {
    const link = event.target.closest ? event.target.closest('a[href]') : null;
    const held = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!link || event.defaultPrevented || event.button || held || !leaves(link)) return;
    if (dialog && dialog.contains(link)) return;
    event.preventDefault();
    if (!dialog) build();
    address.textContent = link.href;
    go.href = link.href;
    go.target = link.target;
    dialog.showModal();
  });
})();
