// The photos of a page in a native dialog. Without script a link opens its JPEG.
import { add, button, held, make } from './shared/nodes.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** @param {() => void} change */
function fade(change) {
  if (calm.matches || !document.startViewTransition) change();
  else document.startViewTransition(change).ready.catch(() => {}); // in a hidden page
}

class Viewer {
  /** @param {HTMLAnchorElement[]} links */
  constructor(links) {
    this.now = 0; // the photo in sight
    /** @type {number | null} the photo that a button or key asked for, until a hand moves the track */
    this.aim = 0;
    this.links = links;
    this.thumbs = links.map((link) => link.querySelector('img'));
    this.figures = links.map((link) => link.closest('figure'));
    this.hashes = this.figures.map((figure) => new URL(`#${figure?.id}`, location.href).hash);

    const dialog = this.dialog = make('dialog', 'viewer');
    dialog.dataset.mdColorScheme = 'slate';
    dialog.setAttribute('aria-modal', 'true');
    dialog.setAttribute('aria-label', '照片');
    button(dialog, 'viewer__close', '关闭', () => this.shut());
    this.track = add(dialog, 'div', 'viewer__track');
    this.track.tabIndex = 0;
    this.slides = links.map(() => add(this.track, 'div', 'viewer__slide'));
    this.back = button(dialog, 'viewer__back', '上一张', () => this.step(-1));
    this.next = button(dialog, 'viewer__next', '下一张', () => this.step(1));
    this.back.hidden = this.next.hidden = links.length < 2;
    this.caption = add(dialog, 'p', 'viewer__caption');
    this.caption.setAttribute('aria-live', 'polite');
    this.caption.setAttribute('aria-atomic', 'true');
    document.body.append(dialog);
  }

  /** @param {number} index */
  load(index) {
    const slide = this.slides[index];
    if (!slide || slide.firstChild) return;
    const link = this.links[index];
    const thumb = this.thumbs[index];
    const source = link.querySelector('source');
    const image = add(slide, 'img', 'viewer__image');
    image.alt = thumb?.alt ?? '';
    image.style.setProperty('background-image', `url("${thumb?.currentSrc}")`);
    image.sizes = '100vw';
    if (source) image.srcset = source.srcset;
    image.src = link.href;
  }

  /** @param {number} index */
  show(index) {
    this.now = index;
    [index, index + 1, index - 1].forEach((near) => this.load(near));
    this.slides.forEach((slide, place) => { slide.inert = place !== index; });
    /** @param {string} part */
    const text = (part) => this.figures[index]?.querySelector(`.photo__${part}`)?.textContent ?? '';
    this.caption.textContent = '';
    add(this.caption, 'span', 'viewer__count', `${index + 1} / ${this.links.length}`);
    add(this.caption, 'span', 'viewer__words', text('caption') || this.thumbs[index]?.alt);
    add(this.caption, 'span', 'viewer__credit', text('credit'));
    // Not disabled: a disabled button loses the focus.
    this.back.setAttribute('aria-disabled', String(index === 0));
    this.next.setAttribute('aria-disabled', String(index === this.links.length - 1));
    history.replaceState(null, '', this.hashes[index]);
  }

  /**
   * @param {number} index
   * @param {ScrollBehavior} behavior
   */
  go(index, behavior = 'auto') {
    this.aim = Math.max(0, Math.min(index, this.links.length - 1));
    this.track.scrollTo({ left: this.aim * this.track.clientWidth, behavior });
  }

  /** @param {number} by */
  step(by) {
    this.go((this.aim ?? this.now) + by, calm.matches ? 'auto' : 'smooth');
  }

  /** @param {number} index */
  open(index) {
    fade(() => {
      if (!this.dialog.open) {
        const page = document.documentElement;
        page.style.setProperty('--scrollbar', `${innerWidth - page.clientWidth}px`);
        this.dialog.showModal();
      }
      this.show(index);
      this.go(index);
    });
  }

  shut() {
    fade(() => this.dialog.close());
  }

  follow() {
    const index = this.hashes.indexOf(location.hash);
    if (location.hash && index >= 0) this.open(index);
  }

  scrolled() {
    const index = Math.round(this.track.scrollLeft / this.track.clientWidth);
    if (index !== this.now && this.slides[index]) this.show(index);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (!this.dialog.open || held(event)) return;
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowLeft: () => this.step(-1),
      ArrowRight: () => this.step(1),
      Home: () => this.go(0),
      End: () => this.go(this.links.length - 1),
    };
    const act = acts[event.key];
    event.stopPropagation(); // the theme has keys of its own
    if (!act) return;
    event.preventDefault();
    act();
  }

  closed() {
    history.replaceState(null, '', location.pathname + location.search);
    this.links[this.now].focus({ preventScroll: true });
    this.links[this.now].scrollIntoView({ block: 'nearest' });
  }

  listen() {
    this.track.addEventListener('scroll', () => this.scrolled());
    for (const hand of ['pointerdown', 'wheel']) {
      this.track.addEventListener(hand, () => { this.aim = null; }, { passive: true });
    }
    // On the document: a click beside a button leaves the focus on the body.
    document.addEventListener('keydown', (event) => this.press(event));
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.shut();
    });
    this.dialog.addEventListener('close', () => this.closed());
    this.links.forEach((link, index) => {
      link.addEventListener('click', (event) => {
        if (held(event)) return;
        event.preventDefault();
        this.open(index);
      });
    });
    addEventListener('hashchange', () => this.follow());
    addEventListener('load', () => this.follow()); // not before: the browser clears the focus at an anchor
  }
}

export function viewer() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll('a[data-photo]');
  if (links.length && window.HTMLDialogElement) new Viewer([...links]).listen();
}
