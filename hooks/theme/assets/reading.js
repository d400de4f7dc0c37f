// Large print and high contrast: set before the first paint, remembered, switched by buttons.
// `?elder=1` and `?contrast=1` (or 0) in an address switch them, too.
(() => {
  'use strict';

  const KEY = 'campaign-reading'; // {"elder": true, "contrast": true}
  const page = document.documentElement;
  const system = matchMedia('(prefers-contrast: more)');
  let state = {};

  const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; } };
  const keep = () => {
    try {
      if (Object.keys(state).length) localStorage.setItem(KEY, JSON.stringify(state));
      else localStorage.removeItem(KEY);
    } catch { /* a browser that keeps nothing */ }
  };
  // Large print brings high contrast along, unless the reader says otherwise.
  const on = (name) => name === 'elder' ? !!state.elder : state.contrast ?? (!!state.elder || system.matches);

  function apply() {
    page.toggleAttribute('data-elder', on('elder'));
    page.dataset.contrast = on('contrast') ? 'high' : 'normal';
    for (const button of document.querySelectorAll('[data-reading]')) {
      button.setAttribute('aria-pressed', String(on(button.dataset.reading)));
    }
  }

  function set(name, value) {
    if (name === 'elder') state = value ? { elder: true } : {};
    else state.contrast = value;
    keep();
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

  state = read();
  if (/[?&](elder|contrast)=/.test(location.search)) obey();
  apply();

  document.addEventListener('DOMContentLoaded', apply);
  system.addEventListener?.('change', apply);
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    state = read();
    apply();
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-reading]');
    if (!button) return;
    set(button.dataset.reading, !on(button.dataset.reading));
    apply();
  });
})();
