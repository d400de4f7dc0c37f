// The drawer by keyboard: a button instead of the label of a hidden box to tick. The focus goes in
// when it opens; Esc, and leaving it, close it.
import { make } from './shared/nodes.js';

/**
 * The button in the label's place.
 * @param {HTMLElement} label
 */
function instead(label) {
  const button = make('button', `${label.className} drawer__open`);
  button.type = 'button';
  button.append(...label.childNodes);
  button.setAttribute('aria-expanded', 'false');
  label.replaceWith(button);
  return button;
}

export function drawer() {
  /** @type {HTMLInputElement | null} */
  const toggle = document.querySelector('#__drawer');
  /** @type {HTMLElement | null} */
  const label = document.querySelector('.md-header [for="__drawer"]');
  const panel = document.querySelector('.md-sidebar--primary');
  if (!toggle || !label || !panel) return;

  const button = instead(label);
  /** @param {boolean} open */
  const turn = (open) => {
    toggle.checked = open;
    toggle.dispatchEvent(new Event('change'));
  };

  toggle.addEventListener('change', () => {
    button.setAttribute('aria-expanded', String(toggle.checked));
    if (toggle.checked) panel.querySelector('a')?.focus();
  });
  button.addEventListener('click', () => turn(!toggle.checked));
  panel.addEventListener('keydown', (event) => {
    if (/** @type {KeyboardEvent} */ (event).key !== 'Escape') return;
    turn(false);
    button.focus();
  });
  panel.addEventListener('focusout', (event) => {
    const next = /** @type {FocusEvent} */ (event).relatedTarget;
    if (next instanceof Node && !panel.contains(next)) turn(false);
  });
}
