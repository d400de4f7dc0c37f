// What a browser remembers from page to page. Some keep nothing, and say so by an error.

/** @typedef {'localStorage' | 'sessionStorage'} Store */

/**
 * What was kept; null when nothing was, or nothing can be.
 * @param {Store} store
 * @param {string} key
 */
export function recall(store, key) {
  try {
    return JSON.parse(window[store].getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * Keeps a value, or forgets it when it is undefined.
 * @param {Store} store
 * @param {string} key
 * @param {unknown} [value]
 */
export function keep(store, key, value) {
  try {
    if (value === undefined) window[store].removeItem(key);
    else window[store].setItem(key, JSON.stringify(value));
  } catch { /* a browser that keeps nothing */ }
}
