// What the theme keeps under its own names, and the colours that a reader chose: on the body
// before the first paint. Both readings of a site have one memory, that of its root.
import { keep, recall } from './storage.js';

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const root = new URL('..', script.src);

/** @param {string} key */
const named = (key) => `${root.pathname}.${key}`;

export function paint() {
  Object.assign(window, {
    __md_get: (/** @type {string} */ key) => recall('localStorage', named(key)),
    __md_set: (/** @type {string} */ key, /** @type {unknown} */ value) => keep('localStorage', named(key), value),
  });
  /** @type {Record<string, string>} */
  const chosen = recall('localStorage', named('__palette'))?.color ?? {};
  const waiting = new MutationObserver(() => {
    if (!document.body) return;
    waiting.disconnect();
    for (const [name, value] of Object.entries(chosen)) {
      document.body.setAttribute(`data-md-color-${name}`, value);
    }
  });
  waiting.observe(document.documentElement, { childList: true });
}
