// The form above a directory. The page lists the same entries without this script; the data are
// fetched when a reader first touches the form.
import { fitting, openOn, unpacked, weekday } from './directory/entries.js';
import { INDEX, read } from './shared/data.js';
import { add, button, make } from './shared/nodes.js';

/** @typedef {import('./directory/entries.js').Entry} Entry */

const STEP = 50;

/**
 * @param {string} root
 * @param {Entry} entry
 */
function line(root, entry) {
  const node = make('li');
  add(node, 'b', '', entry.name);
  if (entry.mark) add(node, 'span', 'directory__mark', entry.mark);
  const words = add(node, 'span', 'directory__words');
  add(words, 'a', '', entry.community).href = `${root}communities/${entry.id}/${INDEX}`;
  for (const word of entry.words) add(words, 'span', '', word);
  if (entry.phone) {
    const number = entry.phone.replace(/[^\d+]/g, '');
    add(add(words, 'span'), 'a', '', entry.phone).href = `tel:${number}`;
  }
  return node;
}

class Directory {
  /**
   * @param {HTMLElement} tool
   * @param {HTMLFormElement} form
   */
  constructor(tool, form) {
    this.form = form;
    this.address = tool.dataset.directory ?? '';
    this.root = tool.dataset.root ?? '';
    this.count = form.querySelector('[role="status"]');
    this.first = this.count?.textContent ?? '';
    /** @type {HTMLElement | null} */
    this.found = tool.querySelector('.directory-found');
    /** @type {HTMLElement | null} */
    this.listed = tool.querySelector('.directory-listed');
    /** @type {Promise<void> | undefined} */
    this.loading = undefined;
    /** @type {Entry[] | null} */
    this.all = null;
    /** @type {Entry[]} */
    this.shown = [];
    if (this.found) {
      this.more = button(tool, 'roll-more', '', () => this.extend());
      this.more.hidden = true;
      this.found.after(this.more);
    }
  }

  /** @param {string} words */
  say(words) {
    if (this.count) this.count.textContent = words;
  }

  load() {
    this.loading = this.loading || read(this.address)
      .then((data) => { this.all = unpacked(data); })
      .catch(() => {
        this.loading = undefined;
        this.say('数据没有读到，请看下面的完整名单');
      });
    return this.loading;
  }

  extend() {
    const from = this.found?.children.length ?? 0;
    this.found?.append(...this.shown.slice(from, from + STEP).map((entry) => line(this.root, entry)));
    const left = this.shown.length - (this.found?.children.length ?? 0);
    if (!this.more) return;
    this.more.hidden = left <= 0;
    this.more.textContent = `更多（还有 ${left} 条）`;
  }

  apply() {
    if (!this.all || !this.found || !this.listed || !this.more) return;
    const chosen = [...this.form.querySelectorAll('select')].map(({ value }) => value);
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = this.form.querySelectorAll('[data-tag]:checked');
    const tags = [...chosen, ...[...boxes].map(({ dataset }) => dataset.tag ?? '')].filter(Boolean);
    const text = this.form.querySelector('input')?.value ?? '';
    /** @type {HTMLInputElement | null} */
    const box = this.form.querySelector('[name="today"]');
    const asked = tags.length > 0 || text.trim() !== '' || Boolean(box?.checked);
    this.found.hidden = !asked;
    this.listed.hidden = asked;
    this.more.hidden = true;
    this.found.replaceChildren();
    if (!asked) {
      this.say(this.first);
      return;
    }
    const fit = fitting(this.all, tags, text);
    const { open, unread } = box?.checked ? openOn(fit, weekday(Date.now())) : { open: fit, unread: 0 };
    this.shown = open;
    const rest = unread ? `；另有 ${unread} 条的时间要看文字说明，没有列入` : '';
    const day = box?.checked ? '今天开门的 ' : '找到 ';
    this.say(open.length ? `${day}${open.length} 条${rest}` : `没有找到，请放宽条件${rest}`);
    this.extend();
  }

  listen() {
    const { form } = this;
    const load = () => { this.load(); };
    form.addEventListener('focusin', load);
    form.addEventListener('pointerdown', load);
    for (const kind of ['input', 'change']) {
      form.addEventListener(kind, () => { this.load().then(() => this.apply()); });
    }
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(() => this.apply()));
  }
}

/** @type {NodeListOf<HTMLElement>} */
const tools = document.querySelectorAll('[data-directory]');
for (const tool of tools) {
  const form = tool.querySelector('form');
  if (form && 'fetch' in window) new Directory(tool, form).listen();
}
