// Opens the search. Nothing of it loads before somebody asks: by the link, `/` or Ctrl+K.
(() => {
  'use strict';

  const root = new URL('..', document.currentScript.src);
  const FOLD = ['search/settings.js', 'assets/search/fold.js'];
  const PANEL = ['assets/search/engine.js', 'assets/search/panel.js'];
  const link = document.querySelector('[data-search-open]');
  const place = document.querySelector('[data-search-page]');
  const SOUGHT = 'campaign-search'; // what led to this page

  const load = (path) => new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = new URL(path, root);
    script.onload = done;
    script.onerror = () => fail(new Error(path));
    document.head.append(script);
  });

  const inTurn = (paths) => paths.reduce((before, path) => before.then(() => load(path)), Promise.resolve());

  let loading;
  const ready = () => loading ??= inTurn([...FOLD, ...PANEL])
    .catch((error) => { loading = undefined; throw error; });

  // The index knows every page once: a result leads to the reading in which the search began.
  const home = document.documentElement.lang === 'zh-Hant' ? new URL('zh-hant/', root) : root;
  window.campaignSearch = { root, home, load, SOUGHT };

  // On the search page itself the field is there already.
  const open = () => {
    if (place) place.querySelector('input')?.focus();
    else ready().then(() => campaignSearch.open(), () => { if (link) location.href = link.href; });
  };

  link?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });

  document.addEventListener('keydown', (event) => {
    const writes = event.target.closest?.('input, textarea, select, [contenteditable]');
    const asks = (event.ctrlKey || event.metaKey)
      ? event.key.toLowerCase() === 'k' && !event.shiftKey && !event.altKey
      : event.key === '/' && !event.altKey && !writes;
    if (!asks || event.isComposing || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    open();
  });

  if (place) ready().then(() => campaignSearch.mount(place), () => place.firstElementChild.removeAttribute('class'));

  try {
    const sought = JSON.parse(sessionStorage.getItem(SOUGHT));
    if (sought?.path === location.pathname) {
      sessionStorage.removeItem(SOUGHT); // once: whoever comes back by a menu did not search
      campaignSearch.sought = sought.terms;
      inTurn([...FOLD, 'assets/search/highlight.js']).catch(() => {});
    }
  } catch { /* a browser that keeps nothing */ }
})();
