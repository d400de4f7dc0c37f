// The search as a reader sees it: in a dialog on every page, and on a page of its own.
import { add, button } from '../shared/nodes.js';
import { keep, recall } from '../shared/storage.js';
import { finder } from './find.js';
import { folding } from './fold.js';
import { excerpt } from './matching.js';
import { SOUGHT } from './sought.js';

/** @typedef {Record<string, string>} State */

const AT_ONCE = 10;
const PAUSE = 150; // milliseconds without a key before a query starts
const SEARCHING = '正在搜索……';
const RECENT = 'campaign-search-recent';
const REMEMBERED = 6;
const ORDERS = [['', '最相关'], ['date desc', '最新在前'], ['date asc', '最早在前'], ['level asc', '级别从高到低'], ['name asc', '名称按拼音']];

const search = window.campaignSearch;
const fold = folding(search.variants);
const find = finder(fold);

/**
 * @param {Element} parent
 * @param {string} text
 * @param {string[]} terms
 */
function marked(parent, text, terms) {
  for (const piece of excerpt(fold, text, terms)) add(parent, piece.hit ? 'mark' : 'span', '', piece.text);
}

/** @param {string} path */
const address = (path) => new URL(location.protocol === 'file:' ? path.replace(/(\/|^)(?=#|$)/, '$1index.html') : path, search.home).href;

/** @returns {string[]} */
const recent = () => recall('localStorage', RECENT) ?? [];

/** @param {Element} form */
function field(form) {
  const input = add(form, 'input', 'search__input');
  input.setAttribute('aria-label', '搜索词');
  return Object.assign(input, { type: 'search', name: 'q', maxLength: 60, autocomplete: 'off', enterKeyHint: 'search', placeholder: '词语、社区、拼音或文号' });
}

/** @param {Element} chooser */
function choosers(chooser) {
  const choices = Object.entries(search.choices)
    .map(([name, values]) => ({ name, options: [['', '全部'], ...values.map((value) => [value, value])] }));
  return [...choices, { name: '排序', options: ORDERS }].map(({ name, options }) => {
    const select = add(add(chooser, 'label', 'search__filter', name), 'select');
    select.name = name;
    select.append(...options.map(([value, label]) => new Option(label, value)));
    return select;
  });
}

class Panel {
  /**
   * @param {Element} place
   * @param {(state: State) => void} tell
   */
  constructor(place, tell) {
    this.place = place;
    this.tell = tell;
    this.form = add(place, 'form', 'search__form');
    this.form.setAttribute('role', 'search');
    this.input = field(this.form);
    add(this.form, 'button', 'search__submit', '搜索');
    this.folded = add(this.form, 'details', 'search__filters');
    add(this.folded, 'summary', '', '筛选和排序');
    this.selects = choosers(add(this.folded, 'div', 'search__chooser'));
    this.status = add(place, 'p', 'search__status');
    this.status.setAttribute('role', 'status');
    this.hints = add(place, 'div', 'search__hints');
    this.list = add(place, 'ol', 'search__results');
    this.more = button(place, 'search__more', `再看 ${AT_ONCE} 条`, () => this.show(this.list.children.length));
    this.more.hidden = true;
    /** @type {SearchAnswer} */
    this.found = { terms: [], parts: [], total: 0, count: 0, pages: async () => [] };
    this.asked = 0; // so that a slow answer never replaces a newer one
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  async run() {
    clearTimeout(this.timer);
    const mine = ++this.asked;
    /** @type {State} */
    const chosen = Object.fromEntries(this.selects.filter((s) => s.value).map((s) => [s.name, s.value]));
    const { 排序: order, ...filters } = chosen;
    this.tell({ ...(this.input.value && { q: this.input.value }), ...chosen });
    this.status.textContent = this.input.value || Object.keys(filters).length ? SEARCHING : '';
    try {
      const [key, way] = order?.split(' ') ?? [];
      const answer = await find(this.input.value, { filters, sort: key ? { [key]: way } : undefined });
      if (mine !== this.asked) return;
      this.found = answer;
      const idle = !answer.terms.length && !Object.keys(filters).length;
      this.status.textContent = this.told(idle);
      this.list.replaceChildren();
      this.suggest(!answer.total);
      await this.show(0);
    } catch (error) {
      this.status.textContent = '搜索没有打开，请刷新页面再试。';
      throw error;
    }
  }

  /** @param {boolean} idle nothing was asked for */
  told(idle) {
    if (idle) return '';
    const { total, count } = this.found;
    const near = count > total ? `只有一部分词的 ${count - total} 页` : '';
    if (total) return `找到 ${total} 页${near && `，另有${near}`}`;
    return near ? `没有找到词都齐全的页，下面是${near}。` : '没有找到。换个说法试试，或少选几个条件。';
  }

  /** @param {number} from */
  async show(from) {
    const mine = this.asked;
    const pages = await this.found.pages(from, from + AT_ONCE);
    if (mine !== this.asked) return;
    for (const page of pages) this.result(page);
    this.more.hidden = this.list.children.length >= this.found.count;
    if (from) this.list.children[from]?.querySelector('a')?.focus();
  }

  /** @param {SearchPage} page */
  result(page) {
    const terms = page.isPart ? this.found.parts : this.found.terms;
    const item = add(this.list, 'li', 'search__result');
    const link = add(item, 'a', 'search__title');
    link.href = address(page.path);
    marked(link, page.title, terms);
    const { 栏目: [column] = [], 区域: districts = [], 级别: [level] = [], 状态: states = [] } = page.filters;
    const facts = add(item, 'p', 'search__facts');
    for (const fact of [page.isPart && '含一部分词', column, districts.slice(0, 3).join('、'), level, states.join('、'), page.date]) {
      if (fact) add(facts, 'span', '', fact);
    }
    marked(add(item, 'p', 'search__excerpt'), page.text, terms);
    link.addEventListener('click', () => {
      keep('sessionStorage', SOUGHT, { path: link.pathname, terms });
      const query = this.input.value.trim();
      if (query) keep('localStorage', RECENT, [query, ...recent().filter((q) => q !== query)].slice(0, REMEMBERED));
    });
  }

  /**
   * Words to begin with: those of this browser, and those of the site.
   * @param {boolean} wanted
   */
  suggest(wanted) {
    this.hints.replaceChildren();
    if (!wanted) return;
    this.hint('最近搜过', recent(), () => {
      keep('localStorage', RECENT, []);
      this.suggest(true);
      this.input.focus();
    });
    this.hint('试试', search.terms);
  }

  /**
   * @param {string} title
   * @param {string[]} terms
   * @param {() => void} [clear]
   */
  hint(title, terms, clear) {
    if (!terms.length) return;
    const group = add(this.hints, 'p', 'search__hint', title);
    for (const term of terms) {
      button(group, 'search__term', term, () => {
        this.input.value = term;
        this.input.focus();
        this.run();
      });
    }
    if (clear) button(group, 'search__clear', '清除', clear);
  }

  /** @param {KeyboardEvent} event */
  walk(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [this.input, ...this.list.querySelectorAll('a')];
    const now = stops.findIndex((stop) => stop === document.activeElement);
    if (!by || now < 0 || event.isComposing) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(now + by, stops.length - 1))].focus();
  }

  listen() {
    const run = () => this.run();
    // While an input method composes, the field holds letters that nobody searches for.
    this.input.addEventListener('input', (event) => {
      clearTimeout(this.timer);
      if (/** @type {InputEvent} */ (event).isComposing) return;
      this.status.textContent = this.input.value && SEARCHING;
      this.timer = setTimeout(run, PAUSE);
    });
    this.input.addEventListener('compositionend', run);
    for (const select of this.selects) select.addEventListener('change', run);
    this.form.addEventListener('submit', async (event) => {
      event.preventDefault();
      await this.run();
      this.list.querySelector('a')?.focus();
    });
    this.place.addEventListener('keydown', (event) => this.walk(/** @type {KeyboardEvent} */ (event)));
    return this;
  }
}

/** The dialog, with the panel in it. */
function build() {
  const dialog = add(document.body, 'dialog', 'search__dialog');
  dialog.setAttribute('aria-label', '站内搜索');
  const head = add(dialog, 'div', 'search__head');
  const all = add(head, 'a', 'search__all', '在单独的页面打开');
  button(head, 'search__close', '关闭', () => dialog.close());
  const panel = new Panel(add(dialog, 'div', 'search__panel'), (state) => {
    all.href = address('search/') + (Object.keys(state).length ? `?${new URLSearchParams(state)}` : '');
  }).listen();
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  // The theme has keys of its own.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  return { dialog, panel };
}

/** @type {ReturnType<typeof build> | undefined} */
let built;

function open() {
  const { dialog, panel } = built ??= build();
  dialog.showModal();
  panel.input.select();
  panel.run();
}

/**
 * The page of its own keeps its state in its address, to be sent to others.
 * @param {Element} place
 */
function mount(place) {
  place.replaceChildren();
  const panel = new Panel(place, (state) => {
    const text = new URLSearchParams(state).toString();
    history.replaceState(null, '', location.pathname + (text && `?${text}`));
  }).listen();
  const state = new URLSearchParams(location.search);
  panel.input.value = state.get('q') ?? '';
  for (const select of panel.selects) select.value = state.get(select.name) ?? '';
  panel.folded.open = panel.selects.some((select) => select.value);
  panel.run();
}

Object.assign(search, { find, open, mount });
