// Finds pages: looks them up in the index, reads the first of them, and puts these in order.
import { Index } from './index.js';
import { Looker } from './look.js';
import { holds, LATIN, ranked, split } from './matching.js';
import { numbered, parts } from './wording.js';

/** @typedef {import('./fold.js').Fold} Fold */
/** @typedef {import('./look.js').Asked} Asked */
/** @typedef {import('./look.js').Found} Found */
/**
 * @typedef {object} Engine
 * @property {(terms: string[], asked: Asked) => Promise<Found[]>} whole
 * @property {(terms: string[], asked: Asked) => Promise<Found[]>} partly
 * @property {(terms: string[], asked: Asked) => Promise<Found[]>} alike
 * @property {(terms: string[]) => string[]} parts
 * @property {(place: number) => Promise<SearchPage>} read
 */

const OPENED = 12; // results that are read at once, to see what they hold
const FEW = 3; // results after which pages that have a part of the words follow
const LONGEST = 30; // of those

/** @type {SearchAnswer} */
const NOTHING = { terms: [], parts: [], total: 0, count: 0, pages: async () => [] };

/**
 * The results as they are shown: those with all the words, then those with a part.
 * @param {Fold} fold
 * @param {Engine} engine
 * @param {string[]} terms
 * @param {Found[]} whole
 * @param {Found[]} partly
 * @param {boolean} isSorted
 * @returns {Promise<SearchAnswer>}
 */
async function answer(fold, engine, terms, whole, partly, isSorted) {
  /** @param {Found[]} found */
  const read = (found) => Promise.all(found.map(({ place }) => engine.read(place)));
  const opened = await read([...whole.slice(0, OPENED), ...partly.slice(0, OPENED)]);
  /** @param {SearchPage} page */
  const isWhole = (page) => terms.every((term) => holds(fold, page, term));
  const first = isSorted ? opened : ranked(fold, opened.filter(isWhole), terms);
  const near = isSorted ? [] : ranked(fold, opened.filter((page) => !isWhole(page)), terms)
    .map((page) => ({ ...page, isPart: true }));
  const rest = whole.slice(OPENED);
  const further = partly.slice(OPENED, LONGEST);
  const total = first.length + rest.length;
  return {
    terms,
    parts: near.length ? engine.parts(terms) : [],
    total,
    count: total + near.length + further.length,
    pages: async (from, to) => {
      /** @param {Found[] | SearchPage[]} list */
      const list = [...first, ...rest, ...near, ...further].slice(from, to);
      return Promise.all(list.map((item) => ('place' in item ? engine.read(item.place) : item)));
    },
  };
}

/**
 * Every page for a query: how many, and a way to read some of them.
 * @param {Fold} fold
 * @param {() => Promise<Engine>} open
 * @param {string} query
 * @param {SearchOptions} options
 * @returns {Promise<SearchAnswer>}
 */
export async function find(fold, open, query, { filters = {}, sort } = {}) {
  const terms = split(fold, numbered(fold(query)));
  if (!terms.length && !Object.keys(filters).length) return NOTHING;
  const engine = await open();
  const asked = { filters, sort };
  const isSorted = Boolean(sort);
  // Whoever types `xing fu li` means one name.
  const name = terms.length > 1 && terms.every((term) => LATIN.test(term)) && terms.join('');
  const named = name ? await engine.whole([name], asked) : [];
  if (name && named.length) return answer(fold, engine, [name], named, [], isSorted);
  const whole = await engine.whole(terms, asked);
  if (isSorted || !terms.length || whole.length >= FEW) return answer(fold, engine, terms, whole, [], isSorted);
  const alike = whole.length ? [] : await engine.alike(terms, asked);
  const places = new Set([...whole, ...alike].map(({ place }) => place));
  const partly = (await engine.partly(terms, asked)).filter(({ place }) => !places.has(place));
  return answer(fold, engine, terms, whole, [...alike, ...partly], false);
}

/**
 * The search of this site: its index is opened once.
 * @param {Fold} fold
 * @returns {CampaignSearch['find']}
 */
export function finder(fold) {
  const index = new Index(window.campaignSearch);
  const looker = new Looker(index, window.campaignSearch.synonyms);
  /** @type {Engine} */
  const engine = {
    whole: (terms, asked) => looker.whole(terms, asked),
    partly: (terms, asked) => looker.partly(terms, asked),
    alike: (terms, asked) => looker.alike(terms, asked),
    parts: (terms) => parts(terms, window.campaignSearch.synonyms),
    read: (place) => index.page(place),
  };
  return (query, options) => find(fold, async () => engine, query, options);
}
