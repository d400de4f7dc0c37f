// What a field may name is asked for when somebody comes to it, and when they come back from the
// tab in which they began what was missing: what is there by then can be named at once.
import { element } from './picker.js';

/** @typedef {{ value: string, hint: string }} Choice */

const LIST = 'all-'; // how the id of a list begins, before its kind

/**
 * The field at which somebody is: in it, or at what stands beside it.
 * @param {EventTarget | null} place
 */
function fieldAt(place) {
  if (!(place instanceof Element)) return null;
  const found = place.closest('.reference')?.querySelector('input') ?? place;
  const names = found instanceof HTMLInputElement && found.getAttribute('list')?.startsWith(LIST);
  return names ? found : null;
}

/**
 * What a field may name now; nothing when the desk does not answer.
 * @param {string} kind
 * @returns {Promise<Choice[] | null>}
 */
async function asked(kind) {
  try {
    const answer = await fetch(`/-/desk/choices/${kind}`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * The list with an id, which comes with the first field that was added and wants it.
 * @param {string} id
 */
function listFor(id) {
  const made = document.getElementById(id) ?? element('datalist', { id });
  if (!made.isConnected) document.body.append(made);
  return made;
}

/**
 * Fill a list; whether it says something else now.
 * @param {HTMLElement} list
 * @param {Choice[]} choices
 */
function fill(list, choices) {
  const made = choices.map(({ value, hint }) => element('option', { value }, hint));
  const told = (/** @type {Iterable<Element>} */ options) => [...options].map((option) => option.outerHTML).join('');
  if (told(made) === told(list.children)) return false;
  list.replaceChildren(...made);
  return true;
}

/**
 * Renew what a field may name. What is told at a field that is filled in may hold no longer.
 * @param {EventTarget | null} place
 */
async function renew(place) {
  const field = fieldAt(place);
  const id = field?.getAttribute('list');
  const choices = id ? await asked(id.slice(LIST.length)) : null;
  if (!field || !id || !choices) return;
  const isOther = fill(listFor(id), choices);
  if (isOther && field.value) field.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * Let the fields of a form know what they may name.
 * @param {HTMLFormElement} form
 */
export function followChoices(form) {
  form.addEventListener('focusin', ({ target }) => renew(target));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) renew(document.activeElement);
  });
}
