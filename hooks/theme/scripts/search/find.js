// Finds pages: one question to either index.
import { engines } from './engines.js';
import { holds, inner, LATIN, ranked, split, wordsOf } from './matching.js';

/** @typedef {import('./fold.js').Fold} Fold */
/** @typedef {import('./engines.js').Engine} Engine */
/** @typedef {import('./engines.js').Hit} Hit */

const OPENED = 12; // results that are read at once, to see what they hold

/**
 * Which of the pages that hold no more than the words are worth showing.
 * @param {Fold} fold
 * @param {SearchPage[]} pages
 * @param {string[]} terms
 */
function likely(fold, pages, terms) {
  const words = terms.flatMap(wordsOf);
  // 4 and 号 somewhere on a page are no 4号: only words of some length tell anything apart.
  return pages.filter((page) => terms.every((term) => holds(fold, page, term))
    || words.every((word) => word.length > 1 && holds(fold, page, word)));
}

/**
 * @param {Fold} fold
 * @param {string[]} terms
 * @param {Hit[]} candidates
 * @param {boolean} isSorted
 * @param {number} count
 * @returns {Promise<SearchAnswer>}
 */
export async function answer(fold, terms, candidates, isSorted, count = OPENED) {
  const exact = candidates.filter((hit) => hit.exact);
  const others = candidates.filter((hit) => !hit.exact);
  const opened = await Promise.all([...exact, ...others].slice(0, count).map((hit) => hit.read()));
  const found = [...opened.slice(0, exact.length), ...likely(fold, opened.slice(exact.length), terms)];
  const first = isSorted ? found : ranked(fold, found, terms);
  const rest = exact.slice(count);
  /** @param {number} place */
  const further = (place) => Math.max(0, place - first.length);
  return {
    terms,
    total: first.length + rest.length,
    pages: async (from, to) => [
      ...first.slice(from, to),
      ...await Promise.all(rest.slice(further(from), further(to)).map((hit) => hit.read())),
    ],
  };
}

/**
 * Every page for a query: how many, and a way to read some of them.
 * @param {Fold} fold
 * @param {() => Promise<Engine>} engine
 * @param {string} query
 * @param {SearchOptions} options
 * @returns {Promise<SearchAnswer>}
 */
export async function find(fold, engine, query, { filters = {}, sort } = {}) {
  const terms = split(fold, query);
  if (!terms.length && !Object.keys(filters).length) return { terms, total: 0, pages: async () => [] };
  const candidates = await engine();
  const isSorted = Boolean(sort);
  // Whoever types `xing fu li` means one name.
  const name = terms.length > 1 && terms.every((term) => LATIN.test(term)) && terms.join('');
  const named = name ? await candidates([name], { filters, sort }) : [];
  if (name && named.length) return answer(fold, [name], named, isSorted);
  let found = await answer(fold, terms, await candidates(terms, { filters, sort }), isSorted);
  for (const part of found.total ? [] : inner(terms.join(' '))) {
    const hits = (await candidates(part.split(' '), { filters, sort })).filter((hit) => hit.exact);
    found = await answer(fold, terms, hits.map((hit) => ({ ...hit, exact: false })), isSorted, 2 * OPENED);
    if (found.total) break;
  }
  return found;
}

/**
 * The search of this site: its index is opened once.
 * @param {Fold} fold
 * @returns {CampaignSearch['find']}
 */
export function finder(fold) {
  /** @type {Promise<Engine> | undefined} */
  let opened;
  const engine = () => opened ??= engines[window.campaignSearch.engine](fold);
  return (query, options) => find(fold, engine, query, options);
}
