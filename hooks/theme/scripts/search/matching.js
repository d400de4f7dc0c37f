// How well a page answers a query, and which part of it to show: an order that suits Chinese.

/** @typedef {import('./fold.js').Fold} Fold */

const AROUND = 36; // characters of an excerpt before the first hit
const LENGTH = 110;
const STOPS = /[，。；：]/g;
const BETWEEN = /(?<=[a-z])['’](?=[a-z])/g; // syllables of pinyin
export const LATIN = /^[a-z0-9']+$/;

/**
 * The terms of a query.
 * @param {Fold} fold
 * @param {string} query
 */
export const split = (fold, query) => fold(query).replace(/["“”]/g, ' ').replace(BETWEEN, '').trim().split(/\s+/).filter(Boolean);

const segmenter = Intl.Segmenter && new Intl.Segmenter('zh', { granularity: 'word' });

/** @param {string} term */
export const wordsOf = (term) => (segmenter
  ? [...segmenter.segment(term)].filter((part) => part.isWordLike).map((part) => part.segment) : [term]);

/**
 * @param {Fold} fold
 * @param {SearchPage} page
 */
const textOf = (fold, page) => page.folded ??= fold(`${page.title}\n${page.text}`);

/**
 * Whether one of its names is spelled so: from its beginning, but a number from anywhere.
 * @param {SearchPage} page
 * @param {string} term
 */
const spells = (page, term, names = page.spelling.split(' ')) => names
  .some((name) => (LATIN.test(name) ? name.startsWith(term) : name.includes(term)));

/**
 * @param {Fold} fold
 * @param {SearchPage} page
 * @param {string} term
 */
export const holds = (fold, page, term) => textOf(fold, page).includes(term) || spells(page, term);

/**
 * The title itself, a title or name that begins so or holds every word, a text that does, others.
 * @param {Fold} fold
 * @param {SearchPage} page
 * @param {string[]} terms
 */
export function rank(fold, page, terms) {
  const title = fold(page.title);
  if (split(fold, page.title).join(' ') === terms.join(' ')) return 0;
  if (spells(page, terms.join(''), page.spelling.split(' ', 2))) return 1;
  if (terms.every((term) => title.includes(term))) return 1;
  return terms.every((term) => holds(fold, page, term)) ? 2 : 3;
}

/**
 * Best first; of two alike, the one that came first. A page is as good as the best of its
 * parts where there are several of them.
 * @param {Fold} fold
 * @param {SearchPage[]} pages
 * @param {string[]} terms
 */
export function ranked(fold, pages, terms) {
  const own = new Map(pages.map((page) => [page, rank(fold, page, terms)]));
  const ranks = new Map(pages.map((page) => {
    const parts = pages.filter(({ path }) => path.startsWith(`${page.path}#`));
    const best = [page, ...(parts.length > 1 ? parts : [])].map((one) => own.get(one) ?? 0);
    return [page, Math.min(...best)];
  }));
  return pages.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/**
 * @param {string} folded
 * @param {string} term
 */
function places(folded, term) {
  const found = [];
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) found.push(at);
  return found;
}

/**
 * @param {string} text
 * @param {RegExp} kind
 */
const signs = (text, kind) => text.match(kind)?.length ?? 0;

/**
 * The part of a text with the most terms, as pieces that are hits and pieces that are not.
 * @param {Fold} fold
 * @param {string} text
 * @param {string[]} terms
 */
export function excerpt(fold, text, terms) {
  const folded = fold(text);
  const starts = terms.flatMap((term) => places(folded, term)).map((at) => Math.max(0, at - AROUND));
  /** @param {number} at */
  const count = (at) => terms.filter((term) => folded.slice(at, at + LENGTH).includes(term)).length;
  // Prose before rows of a table: it has commas and stops, and few spaces.
  /** @param {number} at */
  const worth = (at) => 10 * count(at) + Math.min(4, signs(text.slice(at, at + LENGTH), STOPS))
    - Math.min(5, signs(text.slice(at, at + LENGTH), /\s/g) / 3);
  const start = starts.reduce((best, at) => (worth(at) > worth(best) ? at : best), starts[0] ?? 0);
  const end = Math.min(start + LENGTH, text.length);
  const pieces = start ? [{ text: '…', hit: false }] : [];
  for (let place = start; place < end;) {
    const term = terms.find((word) => folded.startsWith(word, place));
    const piece = { text: text.slice(place, place + (term ?? '1').length), hit: Boolean(term) };
    const last = pieces.at(-1);
    if (last && !last.hit && !term) last.text += piece.text;
    else pieces.push(piece);
    place += piece.text.length;
  }
  return end < text.length ? [...pieces, { text: '…', hit: false }] : pieces;
}
