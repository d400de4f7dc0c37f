// "Find my community": what is typed narrows the list below the box, or in a big city looks
// through data that are fetched when a reader first touches the box.
import { INDEX, read } from './shared/data.js';
import { add, make } from './shared/nodes.js';

const MOST = 12; // links at a time: more do not fit below the box of a phone

/** @param {string} text */
const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/**
 * @param {string} wanted
 * @param {string} name
 * @param {string} words
 */
const fits = (wanted, name, words) => [name, ...words.split(' ')].some((word) => plain(word).includes(wanted));

/** @param {number} count */
const told = (count) => (count ? `找到 ${count} 个社区` : '没有找到，换个说法试试');

/**
 * The list that the page holds.
 * @param {HTMLDetailsElement} list
 */
function held(list) {
  const links = [...list.querySelectorAll('a')];
  /** @param {string} wanted */
  return async (wanted) => {
    for (const link of links) link.hidden = !fits(wanted, link.textContent ?? '', link.dataset.words ?? '');
    for (const group of list.querySelectorAll('div')) group.hidden = !group.querySelector('a:not([hidden])');
    const found = links.filter((link) => !link.hidden);
    list.open = wanted !== '';
    return { found, words: told(found.length) };
  };
}

/**
 * The data of a big city.
 * @param {HTMLElement} tool
 */
function fetched(tool) {
  const { communities = '', root = '' } = tool.dataset;
  const list = add(tool, 'ul', 'finder__found');
  /** @type {Promise<[url: string, name: string, district: string, words: string][]> | undefined} */
  let loading;
  const load = () => {
    loading ??= read(communities).then((data) => data.communities);
    loading.catch(() => { loading = undefined; });
    return loading;
  };
  tool.addEventListener('focusin', () => { load().catch(() => {}); }, { once: true });
  /** @param {string} wanted */
  return async (wanted) => {
    try {
      const all = wanted ? await load() : [];
      const found = all.filter(([, name, , words]) => fits(wanted, name, words));
      const items = found.slice(0, MOST).map(([url, name, district]) => {
        const item = make('li');
        add(item, 'a', '', name).href = `${root}${url}${INDEX}`;
        add(item, 'span', 'quiet', district);
        return item;
      });
      list.replaceChildren(...items);
      const more = found.length > MOST ? `，这里是前 ${MOST} 个，请再多写几个字` : '';
      return { found: [...list.querySelectorAll('a')], words: told(found.length) + more };
    } catch {
      list.replaceChildren();
      return { found: [], words: '名单没有读到，请按镇街查找' };
    }
  };
}

function finder() {
  /** @type {HTMLInputElement | null} */
  const box = document.querySelector('[data-finder]');
  const tool = box?.parentElement;
  if (!box || !tool) return;
  const details = tool.closest('section')?.querySelector('details');
  const status = tool.querySelector('[role="status"]');
  const find = tool.dataset.communities ? fetched(tool) : details && held(details);
  if (!find) return;
  const narrow = async () => {
    const wanted = plain(box.value);
    const { found, words } = await find(wanted);
    if (wanted !== plain(box.value)) return []; // meanwhile more was typed
    if (status) status.textContent = wanted && words;
    return found;
  };
  box.addEventListener('input', narrow);
  box.addEventListener('keydown', async ({ key }) => {
    const found = key === 'Enter' ? await narrow() : [];
    if (found.length === 1) location.assign(found[0].href);
  });
}

finder();
