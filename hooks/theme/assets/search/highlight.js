// Marks what was searched for on the page it led to, without touching the page's elements.
(() => {
  'use strict';
  if (!window.Highlight || !CSS.highlights) return;

  const BLOCK = 'p, li, td, th, dt, dd, figcaption, caption, summary, div, section, h1, h2, h3, h4';
  const UNSEEN = 'script, style, svg, [hidden], nav, [data-pagefind-ignore]';
  const { fold } = campaignSearch; // the terms are folded, and so is what they are looked for in

  // One text for the article, with a break wherever a block ends, and where its nodes begin.
  const article = document.querySelector('article');
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = '';
  let block;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest(UNSEEN)) continue;
    const own = node.parentElement.closest(BLOCK);
    if (own !== block) text += '\n';
    block = own;
    nodes.push({ node, start: text.length });
    text += fold(node.data);
  }

  const at = (position) => {
    const last = nodes.findLast(({ start }) => start <= position);
    return [last.node, Math.min(position - last.start, last.node.data.length)];
  };
  const ranges = [];
  for (const term of campaignSearch.sought) {
    for (let from = text.indexOf(term); term && from >= 0; from = text.indexOf(term, from + term.length)) {
      const range = new Range();
      range.setStart(...at(from));
      const [node, offset] = at(from + term.length - 1);
      range.setEnd(node, offset + 1);
      ranges.push(range);
    }
  }
  if (!ranges.length) return;
  CSS.highlights.set('search', new Highlight(...ranges));

  // What stands in a closed fold is opened, and the first place comes into sight.
  const first = ranges.reduce((a, b) => (a.compareBoundaryPoints(Range.START_TO_START, b) <= 0 ? a : b));
  const parent = first.startContainer.parentElement;
  const closed = parent.closest('details:not([open])');
  if (closed) closed.open = true;
  const { top, bottom } = first.getBoundingClientRect();
  if (!location.hash && (top < 0 || bottom > innerHeight)) parent.scrollIntoView({ block: 'center' });
})();
