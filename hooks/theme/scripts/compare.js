// Lays a native slider over a before/after pair; the stylesheet does the rest.
import { add, make } from './shared/nodes.js';

/** @param {HTMLElement} pair */
function lay(pair) {
  const slider = make('input');
  Object.assign(slider, { type: 'range', min: 0, max: 100, value: 50 });
  slider.setAttribute('aria-label', '拖动对比整治前后');
  slider.addEventListener('input', () => pair.style.setProperty('--cut', `${slider.value}%`));
  // Without this the browser drags the photo under the handle, too.
  pair.addEventListener('dragstart', (event) => event.preventDefault());
  add(pair, 'div', 'compare__stage').append(slider);
}

/** @type {NodeListOf<HTMLElement>} */
const pairs = document.querySelectorAll('[data-compare]');
pairs.forEach(lay);
