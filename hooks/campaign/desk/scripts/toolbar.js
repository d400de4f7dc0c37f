// The buttons above a text: what they are called, and what each does.
import { apply, selectedIn } from './area.js';
import { block, bold, footnote, heading, insertion, link, list, table } from './edits.js';
import { element, picked } from './picker.js';

/** @typedef {import('./picker.js').Wanted} Wanted */
/** @typedef {import('./edits.js').Edit} Edit */
/** @typedef {import('./edits.js').Selected} Selected */
/** @typedef {{ label: string, words: string, act: (area: HTMLTextAreaElement) => void, key?: string }} Tool */

/** @type {Record<string, Wanted>} */
const WANTED = {
  link: { what: 'link', title: '链接到哪里', label: '名称、拼音、编号，或网址' },
  figure: { what: 'figure', title: '引用哪个数字', label: '指标、社区等的名称、拼音或编号', isDated: true },
  photo: { what: 'photo', title: '放哪张照片', label: '照片里有什么，或相册的名称' },
};

/**
 * A tool that edits at once.
 * @param {(selected: Selected) => Edit} change
 */
const editing = (change) => (/** @type {HTMLTextAreaElement} */ area) => apply(area, change(selectedIn(area)));

/**
 * A tool that asks first.
 * @param {Wanted} wanted
 * @param {(selected: Selected, text: string) => Edit} change
 */
const asking = (wanted, change) => async (/** @type {HTMLTextAreaElement} */ area) => {
  const selected = selectedIn(area); // a browser may forget it while the window is open
  const choice = await picked(wanted);
  if (choice) apply(area, change(selected, choice.text));
  else area.focus();
};

/**
 * A link as texts write it: a record's name is filled in, an address is its own words.
 * @param {Selected} selected
 * @param {string} address
 */
const linked = (selected, address) => link(selected, address, /^https?:/i.test(address) ? address : '');

/**
 * The tools of a text.
 * @param {number} top the level of its highest headings
 * @param {boolean} isArticle whether photos may stand in it
 * @returns {Tool[]}
 */
function tools(top, isArticle) {
  const heads = ['一、', '（一）', '1.'].map((words, index) => ({
    label: `小标题 ${words}`,
    words,
    act: editing((selected) => heading(selected, index + 1, top)),
  }));
  return [
    ...heads,
    { label: '加粗', words: '加粗', act: editing(bold), key: 'b' },
    { label: '列表', words: '列表', act: editing(list) },
    { label: '链接', words: '链接', act: asking(WANTED.link, linked), key: 'k' },
    { label: '数字', words: '数字', act: asking(WANTED.figure, insertion) },
    { label: '表格', words: '表格', act: editing(table) },
    ...(isArticle ? [{ label: '照片', words: '照片', act: asking(WANTED.photo, block) }] : []),
    { label: '脚注', words: '脚注', act: editing(footnote) },
  ];
}

/**
 * Go from tool to tool with the keys, of which one alone is a stop of the tabulator.
 * @param {HTMLElement} bar
 */
function walked(bar) {
  const stops = [...bar.querySelectorAll('button')];
  const stop = (/** @type {HTMLButtonElement} */ chosen) => {
    for (const button of stops) button.tabIndex = button === chosen ? 0 : -1;
  };
  stop(stops[0]);
  bar.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement) stop(target);
  });
  bar.addEventListener('keydown', (event) => {
    const place = stops.findIndex((button) => button === document.activeElement);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    stops[(next + stops.length) % stops.length].focus();
  });
}

/**
 * The level of the highest headings in a text: below those of its page, and of its part of it.
 * @param {HTMLTextAreaElement} area
 */
export function topOf(area) {
  if (area.dataset.widget === 'body') return 2;
  return area.name.includes('.') ? 4 : 3;
}

/**
 * Give a text its tools.
 * @param {HTMLTextAreaElement} area
 * @param {HTMLElement} words where messages about the text are shown
 */
export function equip(area, words) {
  const known = tools(topOf(area), area.dataset.widget === 'body');
  const name = document.querySelector(`label[for="${area.id}"]`)?.textContent?.trim() ?? '';
  const bar = element('div', { class: 'writing', role: 'toolbar', 'aria-label': `${name}的写法`, 'aria-controls': area.id });
  for (const tool of known) {
    const button = element('button', { type: 'button', class: 'tool', 'aria-label': tool.label, title: tool.key ? `${tool.label}（Ctrl+${tool.key.toUpperCase()}）` : tool.label }, tool.words);
    button.addEventListener('click', () => tool.act(area));
    bar.append(button);
  }
  walked(bar);
  area.before(bar, words);
  area.addEventListener('keydown', (event) => {
    const tool = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      && known.find(({ key }) => key === event.key.toLowerCase());
    if (!tool) return;
    event.preventDefault();
    tool.act(area);
  });
}
