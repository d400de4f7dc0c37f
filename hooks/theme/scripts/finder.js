// "Find my community": what is typed narrows the list below the box, which is complete without it.

/** @param {string} text */
const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

function finder() {
  /** @type {HTMLInputElement | null} */
  const box = document.querySelector('[data-finder]');
  const list = box?.closest('section')?.querySelector('details');
  if (!box || !list) return;
  const status = box.parentElement?.querySelector('[role="status"]');
  const links = [...list.querySelectorAll('a')];
  const narrow = () => {
    const wanted = plain(box.value);
    for (const link of links) {
      const words = [link.textContent ?? '', ...(link.dataset.words ?? '').split(' ')];
      link.hidden = !words.some((word) => plain(word).includes(wanted));
    }
    for (const group of list.querySelectorAll('div')) group.hidden = !group.querySelector('a:not([hidden])');
    const found = links.filter((link) => !link.hidden);
    list.open = wanted !== '';
    if (status) status.textContent = wanted ? found.length ? `找到 ${found.length} 个社区` : '没有找到，换个说法试试' : '';
    return found;
  };
  box.addEventListener('input', narrow);
  box.addEventListener('keydown', ({ key }) => {
    const found = key === 'Enter' ? narrow() : [];
    if (found.length === 1) location.assign(found[0].href);
  });
}

finder();
