// The honours that were found, as a table like the one that the page lists without script.
import { INDEX } from '../shared/data.js';
import { add, button, make } from '../shared/nodes.js';
import { day } from './honours.js';

/** @typedef {import('./honours.js').Honour} Honour */
/** @typedef {import('./honours.js').Order} Order */

const HEADINGS = ['获得者', '荣誉', '批次', '命名日期', '状态', '下次复查'];
/** @type {Partial<Record<string, [Order, string]>>} */
const SORTS = { 获得者: ['pinyin', '获得者'], 荣誉: ['level', '荣誉级别'], 命名日期: ['named', '命名日期'] };

/**
 * @param {string} root
 * @param {string} href
 * @param {string} text
 */
const link = (root, href, text) => Object.assign(make('a', '', text), { href: root + href });

/**
 * @param {string} root
 * @param {Honour} item
 */
function holder(root, { subject, place }) {
  const name = make('th');
  name.scope = 'row';
  name.setAttribute('role', 'rowheader');
  name.tabIndex = -1;
  name.append(subject.id ? link(root, `communities/${subject.id}/${INDEX}`, subject.name) : subject.name);
  if (subject.id) add(name, 'span', 'quiet', place);
  return name;
}

/**
 * @param {string} root where the site begins, from this page
 * @param {Honour} item
 */
export function row(root, item) {
  const line = make('tr', `roll__row roll__row--${item.look}`);
  line.setAttribute('role', 'row');
  line.append(holder(root, item));
  /**
   * @param {string} label
   * @param {string | Node | 0} content
   */
  const field = (label, content) => {
    const node = add(line, 'td');
    node.setAttribute('role', 'cell');
    node.dataset.label = label;
    node.toggleAttribute('data-none', !content);
    node.append(content || '—');
  };
  field('荣誉', link(root, `honours/${item.page}/${INDEX}#${item.anchor}`, item.title));
  field('批次', item.batch);
  field('命名日期', item.named && day(item.named));
  field('状态', make('span', `state state--${item.look}`, item.words));
  field('下次复查', item.review && day(item.review));
  return line;
}

/**
 * The heading, with a button where the table can be sorted.
 * @param {(order: Order) => void} sort
 */
function head(sort) {
  const line = make('tr');
  line.setAttribute('role', 'row');
  /** @type {Partial<Record<Order, HTMLElement>>} */
  const sorts = {};
  for (const label of HEADINGS) {
    const [order, words] = SORTS[label] ?? [];
    const field = add(line, 'th', '', order ? '' : label);
    field.scope = 'col';
    field.setAttribute('role', 'columnheader');
    if (!order) continue;
    button(field, 'roll-sort', words ?? '', () => sort(order));
    sorts[order] = field;
  }
  return { line, sorts };
}

/**
 * The empty table: itself, its body, and the headings that sort it.
 * @param {(order: Order) => void} sort
 */
export function table(sort) {
  const sheet = make('table', 'roll roll--found');
  sheet.setAttribute('role', 'table');
  add(sheet, 'caption', 'sr-only', '符合条件的荣誉');
  const { line, sorts } = head(sort);
  const top = add(sheet, 'thead');
  top.setAttribute('role', 'rowgroup');
  top.append(line);
  const body = add(sheet, 'tbody');
  body.setAttribute('role', 'rowgroup');
  return { sheet, body, sorts };
}
