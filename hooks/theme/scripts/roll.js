// The roll of honour as a tool: filters, sorting, pages of fifty, a file to take away.
// The page lists the same honours without this script; roll.json is fetched when a reader
// first touches the filter, or follows an address with a filter in it.
import { countWords, csv, FIELDS, fitting, ordered, orderOf, unpacked } from './roll/honours.js';
import { row, table } from './roll/table.js';
import { read } from './shared/data.js';
import { button, make } from './shared/nodes.js';

/** @typedef {import('./roll/honours.js').Honour} Honour */
/** @typedef {import('./roll/honours.js').Order} Order */

const STEP = 50;
// Not q: at an address with ?q= the theme opens its own search.
const TEXT = 'find';

/**
 * @param {string} name
 * @param {string} text
 */
function save(name, text) {
  const link = make('a');
  link.href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

class Roll {
  /**
   * @param {HTMLElement} tool
   * @param {HTMLFormElement} form
   */
  constructor(tool, form) {
    this.form = form;
    this.address = tool.dataset.roll ?? '';
    this.root = tool.dataset.root ?? '';
    this.count = tool.querySelector('[role="status"]');
    /** @type {HTMLElement | null} */
    this.found = tool.querySelector('.roll-found');
    /** @type {HTMLElement | null} */
    this.listed = tool.querySelector('.roll-listed');
    /** @type {Promise<void> | undefined} */
    this.loading = undefined;
    /** @type {Honour[] | null} */
    this.all = null;
    /** @type {Honour[]} */
    this.shown = [];
    this.on = ''; // the day of the roll
    /** @type {string[]} */
    this.counted = [];
    /** @type {Order} */
    this.order = 'level';
    this.down = false;
    this.table = table((order) => this.sortBy(order));
  }

  /**
   * A field of the form.
   * @param {string} name
   */
  field(name) {
    return /** @type {HTMLSelectElement} */ (this.form.elements.namedItem(name));
  }

  /** @param {string} words */
  say(words) {
    if (this.count) this.count.textContent = words;
  }

  load() {
    this.loading = this.loading || read(this.address)
      .then((data) => {
        this.all = unpacked(data);
        this.on = data.on;
        this.counted = data.counted;
        this.build();
        if (this.found) this.found.hidden = false;
        if (this.listed) this.listed.hidden = true;
        this.apply();
      })
      .catch(() => {
        this.loading = undefined;
        this.say('名单数据没有读到，请看下面的完整名单');
      });
    return this.loading;
  }

  build() {
    const { sheet, body } = this.table;
    this.found?.append(sheet);
    this.more = this.found && button(this.found, 'roll-more', '', () => {
      const from = body.rows.length;
      this.extend(from + STEP);
      body.rows[from].cells[0].focus();
    });
  }

  /** @param {number} to */
  extend(to) {
    const { body } = this.table;
    body.append(...this.shown.slice(body.rows.length, to).map((item) => row(this.root, item)));
    const left = this.shown.length - body.rows.length;
    if (!this.more) return;
    this.more.hidden = left <= 0;
    this.more.textContent = `更多（还有 ${left} 项）`;
  }

  /** @param {Order} order */
  sortBy(order) {
    this.down = this.order === order ? !this.down : order === 'named';
    this.order = order;
    this.apply();
  }

  /** In the words of the form, for the count and for paper. */
  conditions() {
    const text = this.field(TEXT).value.trim();
    const words = text ? [`名称含“${text}”`] : [];
    for (const name of FIELDS) {
      const [option] = this.field(name).selectedOptions;
      if (option?.value) words.push((option.textContent ?? '').replace(/（[^（）]*）$/, ''));
    }
    return words.join('，');
  }

  remember() {
    const address = new URL(location.href);
    for (const name of [TEXT, ...FIELDS]) {
      const value = this.field(name).value.trim();
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (this.order === 'level' && !this.down) address.searchParams.delete('sort');
    else address.searchParams.set('sort', (this.down ? '-' : '') + this.order);
    history.replaceState(history.state, '', address);
  }

  apply() {
    if (!this.all) return;
    const wanted = Object.fromEntries(FIELDS.map((name) => [name, this.field(name).value]));
    this.shown = ordered(fitting(this.all, wanted, this.field(TEXT).value), this.order, this.down);
    for (const [order, field] of Object.entries(this.table.sorts)) {
      if (order === this.order) field.setAttribute('aria-sort', this.down ? 'descending' : 'ascending');
      else field.removeAttribute('aria-sort');
    }
    this.table.body.textContent = '';
    this.extend(STEP);
    const words = this.conditions();
    const total = this.shown.length;
    const count = countWords(this.counted, this.shown);
    const found = total ? `找到 ${total} 项，其中${count}` : '没有找到，请放宽条件';
    this.say(words ? `${words}：${found}` : count);
    this.remember();
  }

  restore() {
    const asked = new URLSearchParams(location.search);
    let any = false;
    for (const name of [TEXT, ...FIELDS]) {
      const value = asked.get(name);
      if (!value) continue;
      const field = this.field(name);
      field.value = value;
      if (field.value) any = true;
      else field.value = '';
    }
    const more = this.form.querySelector('details');
    if (more) more.open = FIELDS.some((name) => this.field(name).value && more.contains(this.field(name)));
    const found = orderOf(asked.get('sort'));
    if (found) Object.assign(this, found);
    if (any || found) this.load();
  }

  listen() {
    const { form } = this;
    const load = () => { this.load(); };
    form.addEventListener('focusin', load);
    form.addEventListener('pointerdown', load);
    for (const kind of ['input', 'change']) {
      form.addEventListener(kind, () => {
        this.load();
        this.apply();
      });
    }
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(() => {
      Object.assign(this, { order: 'level', down: false });
      this.apply();
    }));
    form.querySelector('[data-csv]')?.addEventListener('click', () => {
      this.load().then(() => this.all && save(`荣誉榜-${this.on}.csv`, csv(this.shown)));
    });
    form.querySelector('[data-print]')?.addEventListener('click', () => {
      this.load().then(() => window.print());
    });
    window.addEventListener('beforeprint', () => this.extend(this.shown.length));
  }
}

/** @type {NodeListOf<HTMLElement>} */
const tools = document.querySelectorAll('[data-roll]');
for (const tool of tools) {
  const form = tool.querySelector('form');
  if (form && 'fetch' in window && 'URLSearchParams' in window) {
    const roll = new Roll(tool, form);
    roll.listen();
    roll.restore();
  }
}
