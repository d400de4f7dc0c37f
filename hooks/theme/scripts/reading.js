// Set before the first paint: whether the scripts of pages run here, and the switch for elders,
// large print and high contrast, which is remembered. Opening its panel switches both on; the
// buttons in it switch each. `?elder=1` and `?contrast=1` (or 0) in an address switch them, too.
import { keep, recall } from './shared/storage.js';

const KEY = 'campaign-reading'; // {"elder": true, "contrast": true}
const page = document.documentElement;
// Old browsers, which know neither, get the page as it is without scripts, and no dead controls.
page.toggleAttribute('data-scripted', 'at' in Array.prototype && 'replaceAll' in String.prototype);
const system = matchMedia('(prefers-contrast: more)');
/** @type {{ elder?: boolean, contrast?: boolean }} */
let state = recall('localStorage', KEY) ?? {};

/**
 * Large print brings high contrast along, unless the reader says otherwise.
 * @param {string | undefined} name
 */
const on = (name) => (name === 'elder' ? !!state.elder : state.contrast ?? (!!state.elder || system.matches));

function apply() {
  page.toggleAttribute('data-elder', on('elder'));
  page.dataset.contrast = on('contrast') ? 'high' : 'normal';
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('[data-reading]');
  for (const button of buttons) {
    button.setAttribute('aria-pressed', String(on(button.dataset.reading)));
  }
}

/**
 * @param {string | undefined} name
 * @param {boolean} value
 */
function set(name, value) {
  if (name === 'elder') state = value ? { elder: true } : {};
  else state.contrast = value;
  keep('localStorage', KEY, Object.keys(state).length ? state : undefined);
}

// What the address asks for is done once and leaves it, so that a reload obeys the buttons.
function obey() {
  const address = new URL(location.href);
  for (const name of ['elder', 'contrast']) {
    const asked = address.searchParams.get(name);
    if (asked === '1' || asked === '0') set(name, asked === '1');
    address.searchParams.delete(name);
  }
  if (address.href === location.href) return;
  try { history.replaceState(history.state, '', address); } catch { /* a page from a disk */ }
}

if (/[?&](elder|contrast)=/.test(location.search)) obey();
apply();

document.addEventListener('DOMContentLoaded', apply);
system.addEventListener?.('change', apply);
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  state = recall('localStorage', KEY) ?? {};
  apply();
});
document.addEventListener('toggle', ({ target }) => {
  const isOpened = target instanceof HTMLDetailsElement && target.open && target.matches('.elder-switch');
  if (!isOpened || state.elder || state.contrast) return;
  set('elder', true);
  apply();
}, true);
document.addEventListener('click', (event) => {
  /** @type {HTMLElement | null} */
  const button = event.target instanceof Element ? event.target.closest('[data-reading]') : null;
  if (!button) return;
  set(button.dataset.reading, !on(button.dataset.reading));
  apply();
});
