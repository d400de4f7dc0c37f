// The two indexes, asked in one way: the pages for some terms, best first, as { exact, read } each.
// Exact ones hold every term as it is written, others may hold no more than its words.
import { compare, holds, phrases, ranked } from './matching.js';

/** @typedef {import('./fold.js').Fold} Fold */
/** @typedef {{ exact: boolean, read: () => Promise<SearchPage> }} Hit */
/** @typedef {{ filters: Record<string, string>, sort?: Record<string, string> }} Asked */
/** @typedef {(terms: string[], asked: Asked) => Promise<Hit[]>} Engine */

/** @typedef {{ id: string, data: () => Promise<PagefindPage> }} PagefindHit */
/** @typedef {{ url: string, content: string, meta: Record<string, string>, filters: Record<string, string[]> }} PagefindPage */

/**
 * @param {PagefindPage} page
 * @returns {SearchPage}
 */
const pageOf = ({ url, content, meta, filters }) => ({
  path: url.slice(1),
  title: meta.title,
  text: content.replaceAll('\u200b', ''),
  spelling: meta.py ?? '',
  date: meta.date ?? '',
  filters,
});

/** @returns {Promise<Engine>} */
async function pagefind() {
  const bundle = await import(new URL('pagefind/pagefind.js', window.campaignSearch.root).href);
  await bundle.options({ baseUrl: '/', ranking: { metaWeights: { title: 20, py: 10 } } });
  return async (terms, { filters, sort }) => {
    /** @type {{ results: PagefindHit[] }} */
    const { results } = await bundle.search(terms.join(' ') || null, { filters, sort });
    const hits = new Map(results.map((hit) => [hit.id, hit]));
    let exact = new Map(terms.length ? [] : hits);
    for (const [index, phrase] of phrases(terms).entries()) {
      /** @type {{ results: PagefindHit[] }} */
      const answer = await bundle.search(`"${phrase}"`, { filters });
      const before = exact;
      exact = new Map(answer.results.filter((hit) => !index || before.has(hit.id)).map((hit) => [hit.id, hit]));
    }
    const lacking = sort ? [] : [...exact.values()].filter((hit) => !hits.has(hit.id));
    return [...results, ...lacking].map((hit) => (
      { exact: exact.has(hit.id), read: async () => pageOf(await hit.data()) }));
  };
}

/**
 * The pages that hold every term and have every filter's value.
 * @param {Fold} fold
 * @param {SearchPage[]} pages
 * @param {string[]} terms
 * @param {Asked} asked
 */
export function matching(fold, pages, terms, { filters, sort }) {
  /** @param {SearchPage} page */
  const fits = (page) => Object.entries(filters).every(([name, value]) => page.filters[name]?.includes(value));
  const found = pages.filter((page) => fits(page) && terms.every((term) => holds(fold, page, term)));
  const [key, way] = Object.entries(sort ?? {})[0] ?? [];
  if (!key) return ranked(fold, found, terms);
  /** @param {SearchPage} page */
  const value = (page) => page.sorts?.[key] ?? '';
  return found.sort((a, b) => compare(value(a), value(b)) * (way === 'desc' ? -1 : 1));
}

/**
 * @param {Fold} fold
 * @returns {Promise<Engine>}
 */
async function plain(fold) {
  await window.campaignSearch.load('search/pages.js');
  const pages = window.campaignSearch.pages.map(([path, title, text, spelling, date, filters, sorts]) => (
    { path, title, text, spelling, date, filters, sorts }));
  return async (terms, asked) => matching(fold, pages, terms, asked)
    .map((page) => ({ exact: true, read: async () => page }));
}

export const engines = { pagefind, plain };
