// The drawer by keyboard: a button instead of the label of a hidden box to tick. The focus goes in
// when it opens; Esc, and leaving it, close it.
(() => {
  'use strict';

  const toggle = document.getElementById('__drawer');
  const label = document.querySelector('.md-header [for="__drawer"]');
  const drawer = document.querySelector('.md-sidebar--primary');
  if (!toggle || !label || !drawer) return;

  const button = document.createElement('button');
  button.type = 'button';
  button.className = label.className + ' drawer__open';
  button.append(...label.childNodes);
  button.setAttribute('aria-expanded', 'false');
  label.replaceWith(button);

  const turn = (open) => {
    toggle.checked = open;
    toggle.dispatchEvent(new Event('change'));
  };

  toggle.addEventListener('change', () => {
    button.setAttribute('aria-expanded', toggle.checked);
    if (toggle.checked) drawer.querySelector('a').focus();
  });
  button.addEventListener('click', () => turn(!toggle.checked));
  drawer.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    turn(false);
    button.focus();
  });
  drawer.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !drawer.contains(event.relatedTarget)) turn(false);
  });
})();
