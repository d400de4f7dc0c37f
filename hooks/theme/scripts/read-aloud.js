// Reads the article aloud, paragraph by paragraph: an editor's recording where there is one,
// else a voice of this device.
import { add, button, make } from './shared/nodes.js';
import { keep, recall } from './shared/storage.js';
import { chinese, spoken } from './voice.js';

const PIECE = 'h1, h2, h3, h4, h5, h6, p, li, blockquote';
const SILENT = 'nav, table, form, dialog, figure, script, style, [hidden], [aria-hidden="true"], '
  + '[data-search-ignore], .headerlink';
const KEY = 'campaign-aloud'; // how fast: 0.7, 1 or 1.4
const PACES = [['慢', '0.7'], ['中', '1'], ['快', '1.4']];

/** The buttons of the page that begin and end it. */
class Buttons {
  constructor() {
    /** @type {NodeListOf<HTMLElement>} */
    this.all = document.querySelectorAll('[data-read-aloud]');
  }

  /** @param {boolean} is */
  press(is) {
    for (const node of this.all) node.setAttribute('aria-pressed', String(is));
  }

  /** @param {boolean} is */
  show(is) {
    for (const node of this.all) node.hidden = !is;
  }

  /** @param {(node: HTMLElement) => void} act */
  onPress(act) {
    for (const node of this.all) node.addEventListener('click', () => act(node));
  }
}

/**
 * What belongs to the element itself; a list within an item is pieces of its own.
 * @param {Element} piece
 */
function words(piece) {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const parent = node.parentElement;
    if (!parent || parent.closest(PIECE) !== piece || parent.closest(SILENT)) continue;
    if (parent !== piece && getComputedStyle(parent).display !== 'inline') text += '，'; // a pause
    text += node.data;
  }
  return spoken(text);
}

/** @param {Element} piece */
const isSeen = (piece) => piece.checkVisibility?.() ?? piece.getClientRects().length > 0;

const gather = () => [...document.querySelector('article')?.querySelectorAll(PIECE) ?? []]
  .filter((piece) => isSeen(piece) && !piece.closest(SILENT))
  .map((piece) => ({ piece, text: words(piece) }))
  .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));

/** Reads by a voice of this device. */
class Reader {
  /** @param {Buttons} buttons */
  constructor(buttons) {
    this.buttons = buttons;
    this.speech = window.speechSynthesis;
    /** @type {ReturnType<typeof gather>} */
    this.pieces = [];
    this.at = 0;
    /** @type {SpeechSynthesisUtterance | undefined} the one being spoken; a browser drops what nothing holds */
    this.utterance = undefined;
    /** @type {HTMLElement | undefined} */
    this.opener = undefined;
    const kept = String(recall('localStorage', KEY));
    this.pace = PACES.some(([, value]) => value === kept) ? kept : '1';
    this.bar = make('section', 'reader');
    this.status = add(this.bar, 'p', 'reader__status');
    button(this.bar, 'reader__button', '上一段', () => this.speak(this.at - 1));
    this.toggle = button(this.bar, 'reader__button reader__button--main', '暂停', () => {
      if (this.utterance) this.pause();
      else this.speak(this.at);
    });
    button(this.bar, 'reader__button', '下一段', () => this.speak(this.at + 1));
    this.choosePace();
    button(this.bar, 'reader__button', '停止', () => this.stop());
    this.bar.setAttribute('aria-label', '朗读');
    this.bar.hidden = true;
  }

  choosePace() {
    const choice = add(add(this.bar, 'label', 'reader__pace', '语速'), 'select');
    for (const [name, value] of PACES) choice.add(new Option(name, value, false, value === this.pace));
    choice.addEventListener('change', () => {
      this.pace = choice.value;
      keep('localStorage', KEY, Number(this.pace));
      if (this.utterance) this.speak(this.at);
    });
  }

  voice() {
    return chinese(this.speech.getVoices());
  }

  /** @param {Element | null} shown */
  mark(shown) {
    for (const { piece } of this.pieces) piece.classList.toggle('read-aloud', piece === shown);
  }

  hush() {
    this.utterance = undefined;
    this.speech.cancel();
  }

  // Pausing ends the paragraph, and going on begins it anew: `pause()` ends all on some phones.
  pause() {
    this.hush();
    this.toggle.textContent = '继续';
  }

  /** @param {number} index */
  speak(index) {
    this.hush();
    const voice = this.voice();
    if (index >= this.pieces.length || !voice) {
      this.stop();
      return;
    }
    this.at = Math.max(0, index);
    const { piece, text } = this.pieces[this.at];
    const mine = this.utterance = new SpeechSynthesisUtterance(text);
    mine.voice = voice;
    mine.lang = voice.lang;
    mine.rate = Number(this.pace);
    mine.onend = () => { if (mine === this.utterance) this.speak(this.at + 1); };
    mine.onerror = () => { if (mine === this.utterance) this.pause(); };
    this.follow(piece);
    this.toggle.textContent = '暂停';
    this.status.textContent = `第 ${this.at + 1} 段，共 ${this.pieces.length} 段`;
    this.speech.speak(mine);
  }

  /** @param {Element} piece */
  follow(piece) {
    this.mark(piece);
    const { top, bottom } = piece.getBoundingClientRect();
    if (top < 120 || bottom > innerHeight - this.bar.offsetHeight) piece.scrollIntoView({ block: 'start' });
  }

  stop() {
    this.hush();
    this.mark(null);
    const held = this.bar.contains(document.activeElement);
    this.bar.hidden = true;
    this.buttons.press(false);
    if (held) this.opener?.focus();
  }

  /** @param {HTMLElement} opener */
  start(opener) {
    this.pieces = gather();
    if (!this.bar.isConnected) document.querySelector('.reading-bar')?.after(this.bar);
    this.bar.hidden = false;
    this.opener = opener;
    this.buttons.press(true);
    this.toggle.focus({ preventScroll: true });
    this.speak(0);
  }

  listen() {
    this.buttons.onPress((opener) => {
      if (this.bar.hidden) this.start(opener);
      else this.stop();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !this.bar.hidden && !document.querySelector('dialog[open]')) this.stop();
    });
    addEventListener('pagehide', () => this.hush());

    const look = () => this.buttons.show(Boolean(this.voice() && gather().length));
    this.speech.addEventListener?.('voiceschanged', look);
    look();
  }
}

/**
 * Plays an editor's recording.
 * @param {Buttons} buttons
 * @param {HTMLAudioElement} recording
 */
function play(buttons, recording) {
  buttons.show(true);
  buttons.onPress(() => {
    if (!recording.paused) {
      recording.pause();
      return;
    }
    recording.scrollIntoView({ block: 'center' });
    recording.focus({ preventScroll: true });
    recording.play().catch(() => {}); // the player says itself what is wrong
  });
  for (const name of ['play', 'pause']) {
    recording.addEventListener(name, () => buttons.press(!recording.paused));
  }
}

export function readAloud() {
  const buttons = new Buttons();
  if (!buttons.all.length) return;
  /** @type {HTMLAudioElement | null} */
  const recording = document.querySelector('audio[data-recording]');
  if (recording) play(buttons, recording);
  else if (window.speechSynthesis && window.SpeechSynthesisUtterance) new Reader(buttons).listen();
}
