// The photos of a page in a native dialog. Without script a link opens its JPEG.
(() => {
  'use strict';

  const links = [...document.querySelectorAll('a[data-photo]')];
  if (!links.length || !window.HTMLDialogElement) return;

  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const thumbs = links.map((link) => link.querySelector('img'));
  const figures = links.map((link) => link.closest('figure'));
  const hashes = figures.map((figure) => new URL('#' + figure.id, location).hash);

  const held = (event) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  const make = (parent, tag, part, text = '') => {
    const node = document.createElement(tag);
    node.className = 'viewer__' + part;
    node.textContent = text;
    parent.append(node);
    return node;
  };
  const button = (part, label, act) => {
    const node = make(dialog, 'button', part, label);
    node.type = 'button';
    node.addEventListener('click', act);
    return node;
  };

  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.dataset.mdColorScheme = 'slate';
  dialog.setAttribute('aria-modal', 'true');
  dialog.setAttribute('aria-label', '照片');
  button('close', '关闭', shut);
  const track = make(dialog, 'div', 'track');
  track.tabIndex = 0;
  const slides = links.map(() => make(track, 'div', 'slide'));
  const back = button('back', '上一张', () => step(-1));
  const next = button('next', '下一张', () => step(1));
  back.hidden = next.hidden = links.length < 2;
  const caption = make(dialog, 'p', 'caption');
  caption.setAttribute('aria-live', 'polite');
  caption.setAttribute('aria-atomic', 'true');
  document.body.append(dialog);

  let now = 0; // the photo in sight
  let aim = 0; // the photo that a button or key asked for, until a hand moves the track

  function load(index) {
    const slide = slides[index];
    if (!slide || slide.firstChild) return;
    const source = links[index].querySelector('source');
    const image = make(slide, 'img', 'image');
    image.alt = thumbs[index].alt;
    image.style.setProperty('background-image', `url("${thumbs[index].currentSrc}")`);
    image.sizes = '100vw';
    if (source) image.srcset = source.srcset;
    image.src = links[index].href;
  }

  function show(index) {
    now = index;
    [now, now + 1, now - 1].forEach(load);
    slides.forEach((slide, i) => { slide.inert = i !== now; });
    const text = (part) => figures[now].querySelector('.photo__' + part)?.textContent;
    caption.textContent = '';
    make(caption, 'span', 'count', `${now + 1} / ${links.length}`);
    make(caption, 'span', 'words', text('caption') || thumbs[now].alt);
    make(caption, 'span', 'credit', text('credit'));
    // Not disabled: a disabled button loses the focus.
    back.setAttribute('aria-disabled', now === 0);
    next.setAttribute('aria-disabled', now === links.length - 1);
    history.replaceState(null, '', hashes[now]);
  }

  function go(index, behavior = 'auto') {
    aim = Math.max(0, Math.min(index, links.length - 1));
    track.scrollTo({ left: aim * track.clientWidth, behavior });
  }

  function step(by) {
    go((aim ?? now) + by, calm.matches ? 'auto' : 'smooth');
  }

  function fade(change) {
    if (calm.matches || !document.startViewTransition) change();
    else document.startViewTransition(change).ready.catch(() => {}); // in a hidden page
  }

  function open(index) {
    fade(() => {
      if (!dialog.open) {
        const page = document.documentElement;
        page.style.setProperty('--scrollbar', innerWidth - page.clientWidth + 'px');
        dialog.showModal();
      }
      show(index);
      go(index);
    });
  }

  function shut() {
    fade(() => dialog.close());
  }

  function follow() {
    const index = hashes.indexOf(location.hash);
    if (location.hash && index >= 0) open(index);
  }

  track.addEventListener('scroll', () => {
    const index = Math.round(track.scrollLeft / track.clientWidth);
    if (index !== now && slides[index]) show(index);
  });

  for (const hand of ['pointerdown', 'wheel']) {
    track.addEventListener(hand, () => { aim = null; }, { passive: true });
  }

  // On the document: a click beside a button leaves the focus on the body.
  document.addEventListener('keydown', (event) => {
    if (!dialog.open || held(event)) return;
    const act = {
      ArrowLeft: () => step(-1),
      ArrowRight: () => step(1),
      Home: () => go(0),
      End: () => go(links.length - 1),
    }[event.key];
    event.stopPropagation(); // the theme has keys of its own
    if (!act) return;
    event.preventDefault();
    act();
  });

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    shut();
  });

  dialog.addEventListener('close', () => {
    history.replaceState(null, '', location.pathname + location.search);
    links[now].focus({ preventScroll: true });
    links[now].scrollIntoView({ block: 'nearest' });
  });

  links.forEach((link, index) => {
    link.addEventListener('click', (event) => {
      if (held(event)) return;
      event.preventDefault();
      open(index);
    });
  });

  addEventListener('hashchange', follow);
  addEventListener('load', follow); // not before: the browser clears the focus at an anchor
})();
