// Before and after, one over the other. Without script the two photos stand side by side.
(() => {
  'use strict';

  for (const box of document.querySelectorAll('[data-compare]')) {
    const before = box.querySelector('.compare__half--before img');
    box.style.setProperty('--ar', before.getAttribute('width') / before.getAttribute('height'));

    const slider = document.createElement('input');
    slider.type = 'range';
    slider.min = 0;
    slider.max = 100;
    slider.value = 50;
    slider.setAttribute('aria-label', '拖动对比整治前后');
    const cut = () => box.style.setProperty('--cut', slider.value + '%');
    slider.addEventListener('input', cut);
    cut();

    const stage = document.createElement('div');
    stage.className = 'compare__stage';
    stage.append(slider);
    box.append(stage);
    box.classList.add('compare--live');
  }
})();
