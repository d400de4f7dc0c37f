// Marks what was searched for on the page it led to, without touching the page's elements.
import { folding } from './fold.js';

const BLOCK = 'p, li, td, th, dt, dd, figcaption, caption, summary, div, section, h1, h2, h3, h4';
const UNSEEN = 'script, style, svg, [hidden], nav, [data-search-ignore]';

/**
 * One text for the article, with a break wherever a block ends, and where its nodes begin.
 * @param {Element} article
 */
function read(article) {
  // The terms are folded, and so is what they are looked for in.
  const fold = folding(window.campaignSearch.variants);
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = '';
  let block;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const parent = node.parentElement;
    if (!parent || parent.closest(UNSEEN)) continue;
    const own = parent.closest(BLOCK);
    if (own !== block) text += '\n';
    block = own;
    nodes.push({ node, start: text.length });
    text += fold(node.data);
  }
  return { text, nodes };
}

/**
 * Where the terms stand.
 * @param {ReturnType<typeof read>} article
 * @param {string[]} terms
 */
function found({ text, nodes }, terms) {
  /**
   * @param {number} position
   * @returns {[Text, number]}
   */
  const at = (position) => {
    const last = nodes.findLast(({ start }) => start <= position) ?? nodes[0];
    return [last.node, Math.min(position - last.start, last.node.data.length)];
  };
  const ranges = [];
  for (const term of terms.filter(Boolean)) {
    for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + term.length)) {
      const range = new Range();
      range.setStart(...at(from));
      const [node, offset] = at(from + term.length - 1);
      range.setEnd(node, offset + 1);
      ranges.push(range);
    }
  }
  return ranges;
}

/**
 * What stands in a closed fold is opened, and the first place comes into sight.
 * @param {Range[]} ranges
 */
function show(ranges) {
  const first = ranges.reduce((a, b) => (a.compareBoundaryPoints(Range.START_TO_START, b) <= 0 ? a : b));
  const parent = first.startContainer.parentElement;
  /** @type {HTMLDetailsElement | null | undefined} */
  const closed = parent?.closest('details:not([open])');
  if (closed) closed.open = true;
  const { top, bottom } = first.getBoundingClientRect();
  if (!location.hash && (top < 0 || bottom > innerHeight)) parent?.scrollIntoView({ block: 'center' });
}

const article = document.querySelector('article');
if (article && window.Highlight && CSS.highlights) {
  const ranges = found(read(article), window.campaignSearch.sought);
  if (ranges.length) {
    CSS.highlights.set('search', new Highlight(...ranges));
    show(ranges);
  }
}
