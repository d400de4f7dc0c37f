// Two to four communities side by side. Without script the page lists them all in a table.
import { addressed, asked, lines, told } from './comparison/choice.js';
import { INDEX, read } from './shared/data.js';
import { add, make } from './shared/nodes.js';

/** @typedef {import('./comparison/choice.js').Community} Community */
/** @typedef {import('./comparison/choice.js').Value} Value */

/**
 * @param {string} heading
 * @param {Value} value
 */
function cell(heading, value) {
  const node = make('td');
  node.dataset.label = heading;
  if (Array.isArray(value)) {
    const [text, isMet] = value;
    node.append(`${text} `);
    add(node, 'span', `state state--${isMet ? 'active' : 'rectifying'}`, isMet ? '达标' : '有差距');
  } else {
    node.textContent = value;
  }
  return node;
}

/**
 * @param {string} root where the site begins, from this page
 * @param {string[]} headings
 * @param {Community[]} chosen
 */
function table(root, headings, chosen) {
  const sheet = make('table', 'side-by-side');
  add(sheet, 'caption', 'sr-only', `${chosen.map(([, name]) => name).join('、')}对比`);
  const head = add(add(sheet, 'thead'), 'tr');
  add(head, 'td');
  for (const [id, name] of chosen) {
    const field = add(head, 'th');
    field.scope = 'col';
    add(field, 'a', '', name).href = `${root}communities/${id}/${INDEX}`;
  }
  const body = add(sheet, 'tbody');
  for (const { heading, values } of lines(headings, chosen)) {
    const line = add(body, 'tr');
    add(line, 'th', '', heading).scope = 'row';
    // A phone shows a row's values one below the other: each says whose it is.
    line.append(...values.map((value, place) => cell(chosen[place][1], value)));
  }
  return sheet;
}

class Comparison {
  /**
   * @param {HTMLElement} tool
   * @param {HTMLFormElement} form
   */
  constructor(tool, form) {
    this.tool = tool;
    this.form = form;
    this.found = tool.querySelector('.comparison__found');
    this.status = tool.querySelector('[role="status"]');
    this.choices = [...form.querySelectorAll('select')];
    /** @type {import('./comparison/choice.js').Data} */
    this.data = { headings: [], districts: [], communities: [] };
    /** @type {Map<string, Community>} */
    this.known = new Map();
  }

  /** @param {string} words */
  say(words) {
    if (this.status) this.status.textContent = words;
  }

  /** @param {HTMLSelectElement} choice */
  fill(choice) {
    const [rest, ...groups] = ['其他', ...this.data.districts]
      .map((label) => Object.assign(make('optgroup'), { label }));
    for (const [id, name, place] of this.data.communities) {
      add(groups[place] || rest, 'option', '', name).value = id;
    }
    choice.append(...[...groups, rest].filter((group) => group.children.length));
    choice.disabled = false;
  }

  show() {
    const ids = [...new Set(this.choices.map((choice) => choice.value).filter(Boolean))];
    const chosen = /** @type {Community[]} */ (ids.map((id) => this.known.get(id)));
    history.replaceState(history.state, '', addressed(location.href, ids));
    this.found?.replaceChildren(...(chosen.length ? [table(this.tool.dataset.root ?? '', this.data.headings, chosen)] : []));
    this.tool.classList.toggle('comparison--idle', !chosen.length);
    this.say(told(chosen.length));
  }

  restore() {
    asked(location.search, this.known, this.choices.length)
      .forEach((id, place) => { this.choices[place].value = id; });
  }

  /** @param {import('./comparison/choice.js').Data} data */
  start(data) {
    this.data = data;
    this.known = new Map(data.communities.map((item) => [item[0], item]));
    for (const choice of this.choices) this.fill(choice);
    this.restore();
    this.show();
    this.form.addEventListener('change', () => this.show());
    this.form.addEventListener('reset', () => setTimeout(() => this.show()));
    this.form.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  }

  load() {
    this.form.addEventListener('submit', (event) => event.preventDefault());
    read(this.tool.dataset.comparison ?? '')
      .then((data) => this.start(data))
      .catch(() => {
        this.say('社区资料没有读到，请看下面的一览表');
        this.tool.classList.add('comparison--idle');
      });
  }
}

/** @type {HTMLElement | null} */
const tool = document.querySelector('[data-comparison]');
const form = tool && tool.querySelector('form');
if (tool && form && 'fetch' in window && 'URLSearchParams' in window) new Comparison(tool, form).load();
