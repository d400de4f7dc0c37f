// What the theme keeps under its own names, and the colours that a reader chose: on the body
// before the first paint. Both readings of a site have one memory, that of its root.
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
const root = new URL('..', src).pathname;

/** @param {string} key */
const get = (key) => {
  try { return JSON.parse(localStorage[`${root}.${key}`]); } catch { /* nothing was kept */ }
};

/** @type {(key: string, value: unknown) => void} */
const set = (key, value) => {
  try { localStorage[`${root}.${key}`] = JSON.stringify(value); } catch { /* nothing can be */ }
};

Object.assign(window, { __md_get: get, __md_set: set });

const chosen = Object.entries(get('__palette')?.color ?? {});
new MutationObserver((_, waiting) => {
  if (!document.body) return;
  waiting.disconnect();
  for (const [name, value] of chosen) document.body.setAttribute(`data-md-color-${name}`, value);
}).observe(document.documentElement, { childList: true });
