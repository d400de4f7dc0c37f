// Lays a native slider over a before/after pair; the stylesheet does the rest.
(() => {
  'use strict';

  for (const pair of document.querySelectorAll('[data-compare]')) {
    const slider = document.createElement('input');
    slider.type = 'range';
    slider.min = 0;
    slider.max = 100;
    slider.value = 50;
    slider.setAttribute('aria-label', '拖动对比整治前后');
    slider.addEventListener('input', () => pair.style.setProperty('--cut', slider.value + '%'));
    // Without this the browser drags the photo under the handle, too.
    pair.addEventListener('dragstart', (event) => event.preventDefault());

    const stage = document.createElement('div');
    stage.className = 'compare__stage';
    stage.append(slider);
    pair.append(stage);
  }
})();
