// Making nodes, and what a press of a key or button says.

/**
 * A node with its classes and its text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} kind
 * @param {string} text
 */
export function make(tag, kind = '', text = '') {
  const node = document.createElement(tag);
  if (kind) node.className = kind;
  node.textContent = text;
  return node;
}

/**
 * The same at the end of another node.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Element} parent
 * @param {Tag} tag
 * @param {string} kind
 * @param {string} text
 */
export function add(parent, tag, kind = '', text = '') {
  const node = make(tag, kind, text);
  parent.append(node);
  return node;
}

/**
 * A button that does something and sends no form.
 * @param {Element} parent
 * @param {string} kind
 * @param {string} text
 * @param {(event: MouseEvent) => void} act
 */
export function button(parent, kind, text, act) {
  const node = add(parent, 'button', kind, text);
  node.type = 'button';
  node.addEventListener('click', act);
  return node;
}

/**
 * Whether a key is held that gives a press a meaning of the browser's own.
 * @param {KeyboardEvent | MouseEvent} event
 */
export const held = (event) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

/**
 * The nearest element around an event that fits the selector.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const around = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);
