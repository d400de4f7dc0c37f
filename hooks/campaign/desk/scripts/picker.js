// A window in which somebody looks for something that a text can be given, and chooses it.

/** @typedef {{ name: string, hint: string, text: string, picture: string }} Choice */
/** @typedef {{ what: string, title: string, label: string, isDated?: boolean }} Wanted */

const TYPING = 150; // milliseconds without a key until the search follows
const MOST = 30; // that the desk lists
const WEB = /^https?:\/\/[^\s()<>]+$/i;

/**
 * An element with attributes and what is in it.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} inner
 */
export function element(tag, attributes = {}, ...inner) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inner);
  return made;
}

/**
 * What answers to a question; nothing when the desk does not answer.
 * @param {string} what
 * @param {string} question
 * @param {string} on
 * @returns {Promise<Choice[] | null>}
 */
async function asked(what, question, on) {
  const query = new URLSearchParams({ q: question, on });
  try {
    const answer = await fetch(`/-/desk/insertions/${what}?${query}`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * A choice as a button.
 * @param {Choice} choice
 */
function shown({ name, hint, picture }) {
  const words = element('span', { class: 'picker__words' }, element('b', {}, name), element('span', {}, hint));
  const seen = picture ? [element('img', { src: picture, alt: '', loading: 'lazy' })] : [];
  return element('button', { type: 'button', class: 'picker__one' }, ...seen, words);
}

/**
 * The parts of the window.
 * @param {Wanted} wanted
 */
function built({ title, label, isDated }) {
  const question = element('input', { id: 'picker-q', type: 'search', autocomplete: 'off' });
  const day = element('input', { id: 'picker-on', type: 'date' });
  const words = element('p', { class: 'quiet', role: 'status' }, '正在找……');
  const list = element('ul', { class: 'picker__found' });
  const close = element('button', { type: 'button', class: 'button' }, '取消');
  const dated = element('div', { class: 'field' }, element('label', { class: 'label', for: 'picker-on' }, '截至哪一天（不填就是今天）'), day);
  const dialog = element(
    'dialog',
    { class: 'picker', 'aria-labelledby': 'picker-title' },
    element('h2', { id: 'picker-title' }, title),
    element('div', { class: 'field' }, element('label', { class: 'label', for: 'picker-q' }, label), question),
    ...(isDated ? [dated] : []),
    words,
    list,
    element('div', { class: 'actions' }, close),
  );
  return { dialog, question, day, words, list, close };
}

/**
 * Go up and down between the question and what was found.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} question
 * @param {HTMLElement} list
 */
function walk(event, question, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [question, ...list.querySelectorAll('button')];
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/**
 * Ask somebody for something; nothing when they close the window.
 * @param {Wanted} wanted
 * @returns {Promise<Choice | null>}
 */
export function picked(wanted) {
  const { dialog, question, day, words, list, close } = built(wanted);
  /** @type {Choice | null} */
  let chosen = null;
  let latest = 0;
  let waiting = 0;
  const choose = (/** @type {Choice} */ choice) => {
    chosen = choice;
    dialog.close();
  };
  const look = async () => {
    const mine = ++latest;
    const text = question.value.trim();
    const found = await asked(wanted.what, text, day.value);
    if (mine !== latest) return;
    const web = wanted.what === 'link' && WEB.test(text) ? [{ name: text, hint: '别的网站的网址', text, picture: '' }] : [];
    const choices = [...web, ...(found ?? [])];
    words.textContent = found ? told(choices.length) : '编辑台没有回答，可能已经关掉。';
    list.replaceChildren(...choices.map((choice) => {
      const button = shown(choice);
      button.addEventListener('click', () => choose(choice));
      return element('li', {}, button);
    }));
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, TYPING);
  };
  question.addEventListener('input', soon);
  day.addEventListener('input', soon);
  question.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') list.querySelector('button')?.click();
  });
  dialog.addEventListener('keydown', (event) => walk(event, question, list));
  close.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  look();
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      clearTimeout(waiting);
      dialog.remove();
      done(chosen);
    });
  });
}

/**
 * How much was found, in words.
 * @param {number} count
 */
function told(count) {
  return count >= MOST ? `先列出 ${MOST} 条，再写几个字就准了。` : count ? `找到 ${count} 条，点一下就放进正文。` : '没有找到，换个说法试试。';
}
