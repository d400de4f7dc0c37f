// Opens the search. Nothing of it loads before somebody asks: by the link, `/` or Ctrl+K.
import { around, held } from '../shared/nodes.js';
import { keep, recall } from '../shared/storage.js';
import { SOUGHT } from './sought.js';

const SETTINGS = 'search/settings.js';

/**
 * Loads scripts of the site, one after the other.
 * @param {URL} root
 * @param {string[]} paths
 * @returns {Promise<unknown>}
 */
const loaded = (root, paths) => paths.reduce((before, path) => before.then(() => new Promise((done, fail) => {
  const script = document.createElement('script');
  script.src = new URL(path, root).href;
  script.onload = done;
  script.onerror = () => fail(new Error(path));
  document.head.append(script);
})), /** @type {Promise<unknown>} */ (Promise.resolve()));

/**
 * Whether a key asks for the search.
 * @param {KeyboardEvent} event
 */
function asks(event) {
  if (event.isComposing || document.querySelector('dialog[open]')) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k' && !event.shiftKey && !event.altKey;
  return event.key === '/' && !event.altKey && !around(event, 'input, textarea, select, [contenteditable]');
}

/** Where the site begins: this script lies in a folder of the site's, in either reading. */
function places() {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const home = new URL('..', script.src);
  const isTraditional = document.documentElement.lang === 'zh-Hant';
  // The index knows every page once: a result leads to the reading in which the search began.
  return { home, root: isTraditional ? new URL('..', home) : home };
}

/**
 * On a page that a result led to, marks what was sought.
 * @param {CampaignSearch} search
 */
function highlight(search) {
  const sought = recall('sessionStorage', SOUGHT);
  if (sought?.path !== location.pathname) return;
  keep('sessionStorage', SOUGHT); // once: whoever comes back by a menu did not search
  search.sought = sought.terms;
  loaded(search.root, [SETTINGS, 'assets/search/highlight.js']).catch(() => {});
}

export function opener() {
  const { root, home } = places();
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector('[data-search-open]');
  const place = document.querySelector('[data-search-page]');
  const search = window.campaignSearch = /** @type {CampaignSearch} */ (
    { root, home, load: (path) => loaded(root, [path]) });

  /** @type {Promise<unknown> | undefined} */
  let loading;
  // Fresh, for a browser that keeps it a while would join it to an index made since.
  const ready = () => loading = loading ?? loaded(root, [`${SETTINGS}?${Date.now()}`, 'assets/search/panel.js'])
    .catch((error) => { loading = undefined; throw error; });

  // On the search page itself the field is there already.
  const open = () => {
    if (place) place.querySelector('input')?.focus();
    else {
      link?.setAttribute('aria-busy', 'true'); // on a slow net it takes a while
      ready().then(() => search.open(), () => { if (link) location.href = link.href; })
        .finally(() => link?.removeAttribute('aria-busy'));
    }
  };

  link?.addEventListener('click', (event) => {
    if (held(event)) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    if (!asks(event)) return;
    event.preventDefault();
    open();
  });

  if (place) ready().then(() => search.mount(place)).catch(() => place.firstElementChild?.removeAttribute('class'));
  highlight(search);
}
