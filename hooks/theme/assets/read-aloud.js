// Reads the article aloud, paragraph by paragraph: an editor's recording where there is one,
// else a voice of this device. A voice over the network would send the text away: never used.
(() => {
  'use strict';

  const buttons = [...document.querySelectorAll('[data-read-aloud]')];
  const recording = document.querySelector('audio[data-recording]');
  const press = (is) => buttons.forEach((button) => button.setAttribute('aria-pressed', String(is)));
  const show = (is) => buttons.forEach((button) => { button.hidden = !is; });
  const onPress = (act) => buttons.forEach((button) => button.addEventListener('click', () => act(button)));

  if (recording) {
    show(true);
    onPress(() => {
      if (!recording.paused) return recording.pause();
      recording.scrollIntoView({ block: 'center' });
      recording.focus({ preventScroll: true });
      recording.play().catch(() => {}); // the player says itself what is wrong
    });
    for (const name of ['play', 'pause']) {
      recording.addEventListener(name, () => press(!recording.paused));
    }
    return;
  }

  const speech = window.speechSynthesis;
  if (!speech || !window.SpeechSynthesisUtterance) return;

  const PIECE = 'h1, h2, h3, h4, h5, h6, p, li, blockquote';
  const SILENT = 'nav, table, form, dialog, figure, script, style, [hidden], [aria-hidden="true"], '
    + '[data-pagefind-ignore], .headerlink';
  const KEY = 'campaign-aloud'; // how fast: "0.7", "1" or "1.4"
  const PACES = [['慢', '0.7'], ['中', '1'], ['快', '1.4']];
  let pieces = [];
  let at = 0;
  let utterance; // the one being spoken; a browser drops what nothing holds
  let bar, toggle, status, opener;
  let pace = '1';
  try { pace = PACES.find(([, value]) => value === localStorage.getItem(KEY))?.[1] ?? '1'; } catch { /* kept nowhere */ }

  const voice = () => {
    const local = speech.getVoices().filter((v) => v.localService && /^(zh|cmn)\b/i.test(v.lang.replace('_', '-')));
    return local.find((v) => /cn|hans/i.test(v.lang)) ?? local[0];
  };

  // What belongs to the element itself; a list within an item is pieces of its own.
  function words(piece) {
    const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent.closest(PIECE) !== piece || parent.closest(SILENT)) continue;
      if (parent !== piece && getComputedStyle(parent).display !== 'inline') text += '，'; // a pause
      text += walker.currentNode.data;
    }
    return text.replace(/\s+/g, ' ').replace(/^[，\s]+|\s+$/g, '');
  }

  const gather = () => [...document.querySelector('article').querySelectorAll(PIECE)]
    .filter((piece) => (piece.checkVisibility?.() ?? piece.getClientRects().length) && !piece.closest(SILENT))
    .map((piece) => ({ piece, text: words(piece) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));

  const mark = (shown) => pieces.forEach(({ piece }) => piece.classList.toggle('read-aloud', piece === shown));

  function hush() {
    utterance = undefined;
    speech.cancel();
  }

  // Pausing ends the paragraph, and going on begins it anew: `pause()` ends all on some phones.
  function pause() {
    hush();
    toggle.textContent = '继续';
  }

  function speak(index) {
    hush();
    if (index >= pieces.length) return stop();
    at = Math.max(0, index);
    const { piece, text } = pieces[at];
    const mine = utterance = new SpeechSynthesisUtterance(text);
    mine.voice = voice() ?? null;
    if (!mine.voice) return stop();
    mine.lang = mine.voice.lang;
    mine.rate = Number(pace);
    mine.onend = () => { if (mine === utterance) speak(at + 1); };
    mine.onerror = () => { if (mine === utterance) pause(); };
    mark(piece);
    const { top, bottom } = piece.getBoundingClientRect();
    if (top < 120 || bottom > innerHeight - bar.offsetHeight) piece.scrollIntoView({ block: 'start' });
    toggle.textContent = '暂停';
    status.textContent = `第 ${at + 1} 段，共 ${pieces.length} 段`;
    speech.speak(mine);
  }

  function stop() {
    hush();
    mark(null);
    const held = bar.contains(document.activeElement);
    bar.hidden = true;
    press(false);
    if (held) opener.focus();
  }

  function make(tag, name, text, act) {
    const node = bar.appendChild(document.createElement(tag));
    node.className = name;
    node.textContent = text;
    if (act) {
      node.type = 'button';
      node.addEventListener('click', act);
    }
    return node;
  }

  function build() {
    bar = document.createElement('section');
    bar.className = 'reader';
    bar.setAttribute('aria-label', '朗读');
    status = make('p', 'reader__status', '');
    make('button', 'reader__button', '上一段', () => speak(at - 1));
    toggle = make('button', 'reader__button reader__button--main', '暂停', () => utterance ? pause() : speak(at));
    make('button', 'reader__button', '下一段', () => speak(at + 1));
    const label = make('label', 'reader__pace', '语速');
    const choice = label.appendChild(document.createElement('select'));
    for (const [name, value] of PACES) choice.add(new Option(name, value, false, value === pace));
    choice.addEventListener('change', () => {
      pace = choice.value;
      try { localStorage.setItem(KEY, pace); } catch { /* kept nowhere */ }
      if (utterance) speak(at);
    });
    make('button', 'reader__button', '停止', stop);
    document.querySelector('.reading-bar').after(bar);
  }

  onPress((button) => {
    if (bar && !bar.hidden) return stop();
    pieces = gather();
    if (!bar) build();
    bar.hidden = false;
    opener = button;
    press(true);
    toggle.focus({ preventScroll: true });
    speak(0);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && bar && !bar.hidden && !document.querySelector('dialog[open]')) stop();
  });
  addEventListener('pagehide', hush);

  const look = () => show(voice() && gather().length);
  speech.addEventListener?.('voiceschanged', look);
  look();
})();
