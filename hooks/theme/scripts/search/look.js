// Looks a query up in the index: which pages answer it, best first, before any page is read.
import { LATIN } from './matching.js';
import { tokens } from './tokens.js';
import { heard, slipped, slots, wantsNewest } from './wording.js';

/** @typedef {import('./index.js').Index} Index */
/** @typedef {import('./index.js').Postings} Postings */
/** @typedef {import('./tokens.js').Token} Token */
/** @typedef {{ filters: Record<string, string>, sort?: Record<string, string> }} Asked */
/** @typedef {{ postings: Postings, idf: number }} Part one thing that is asked for */
/** @typedef {{ place: number, share: number, score: number }} Found share: of what is asked for */

const MOST = 14; // tokens that a query looks up: of a long one, some from all over it
const SPELT = 5; // letters of a name in which one may be wrong
const [HEADING, NAME, TITLE] = [8, 16, 32];
const HIGHEST = 7; // of what a text alone is worth
const WEIGHTS = { heading: 0.5, name: 1.2, title: 1.2, whole: 2.5, worth: 1, behind: 1 };
const NEWEST = 20; // what the day of a page is worth where the newest is asked for
const ENOUGH = 0.4; // of what was asked for
const [FEW, LITTLE] = [3, 0.15]; // so many pages may have less of it
const ABOVE = 1e-6; // by so much a page stands before its parts
const UNKNOWN = 0.2; // of the weight that a token which no page has would have

/**
 * @template T
 * @param {T[]} all
 * @returns {T[]}
 */
const some = (all) => (all.length <= MOST ? all
  : Array.from({ length: MOST }, (_, step) => all[Math.round(step * (all.length - 1) / (MOST - 1))]));

/** @param {number} value */
function weight(value) {
  const fields = (value & HEADING ? WEIGHTS.heading : 0) + (value & NAME ? WEIGHTS.name : 0)
    + (value & TITLE ? WEIGHTS.title : 0);
  return (value & HIGHEST) / HIGHEST + fields;
}

/**
 * Documents that have every token of a group.
 * @param {Postings[]} group
 * @returns {Postings}
 */
export function joined([first, ...others]) {
  const found = new Map();
  for (const [place, value] of first) {
    const values = others.map((postings) => postings.get(place));
    if (values.every((other) => other !== undefined)) found.set(place, Math.min(value, ...values.map((other) => other ?? 0)));
  }
  return found;
}

/**
 * Documents that have any of some groups.
 * @param {Postings[]} groups
 * @returns {Postings}
 */
function either(groups) {
  const found = new Map();
  for (const [place, value] of groups.flatMap((postings) => [...postings])) {
    found.set(place, Math.max(found.get(place) ?? 0, value));
  }
  return found;
}

export class Looker {
  /**
   * @param {Index} index
   * @param {string[][]} synonyms
   */
  constructor(index, synonyms) {
    this.index = index;
    this.synonyms = synonyms;
  }

  /**
   * @param {Postings} postings
   * @returns {Part}
   */
  part(postings) {
    const [all, few] = [this.index.standings.length, postings.size];
    const rare = Math.log(1 + (all - few + 0.5) / (few + 0.5));
    return { postings, idf: few ? rare : UNKNOWN * rare };
  }

  /**
   * @param {Part[]} parts
   * @param {Set<number> | undefined} allowed
   * @param {number} byWorth
   * @returns {Found[]}
   */
  scored(parts, allowed, byWorth = WEIGHTS.worth) {
    const total = parts.reduce((sum, { idf }) => sum + idf, 0);
    /** @type {Map<number, { has: number, sum: number, titled: number, count: number }>} */
    const sums = new Map();
    for (const { postings, idf } of parts) {
      for (const [place, value] of postings) {
        if (allowed && !allowed.has(place)) continue;
        const so = sums.get(place) ?? { has: 0, sum: 0, titled: 0, count: 0 };
        const isTitle = Boolean(value & (TITLE | NAME));
        sums.set(place, {
          has: so.has + idf,
          sum: so.sum + idf * weight(value),
          titled: so.titled + (isTitle ? idf : 0),
          count: so.count + Number(isTitle),
        });
      }
    }
    return [...sums].map(([place, { has, sum, titled, count }]) => {
      const { worth, behind, length } = this.index.standings[place];
      const whole = titled / total * Math.min(1, count / Math.max(1, length));
      const score = sum / total + WEIGHTS.whole * whole + (byWorth * worth - WEIGHTS.behind * behind) / 63;
      return { place, share: has / total, score };
    });
  }

  /**
   * Where several parts of a page answer alike, the page stands before them.
   * @param {Found[]} found
   */
  gathered(found) {
    const at = new Map(found.map((one) => [one.place, one]));
    for (const { place, count } of this.index.parts) {
      const page = at.get(place);
      const parts = Array.from({ length: count }, (_, step) => at.get(place + 1 + step)).flatMap((one) => one ?? []);
      if (page && parts.length > 1) page.score = Math.max(page.score, ...parts.map(({ score }) => score + ABOVE));
    }
    return found;
  }

  /**
   * The pages that have all that the terms ask for.
   * @param {string[]} terms
   * @param {Asked} asked
   */
  async whole(terms, asked) {
    const allowed = await this.allowed(asked);
    const every = terms.flatMap(tokens);
    const telling = every.filter(({ text }) => [...text].length > 1);
    const wanted = some([...new Map((telling.length ? telling : every).map((token) => [token.text, token])).values()]);
    if (!wanted.length) return this.ordered(terms.length ? [] : this.scored([this.everything()], allowed), asked);
    const postings = await Promise.all(wanted.map((token) => this.index.postings(token)));
    const all = joined([...postings].sort((a, b) => a.size - b.size));
    const fits = new Set([...all.keys()].filter((place) => !allowed || allowed.has(place)));
    const byWorth = wantsNewest(terms) ? NEWEST : WEIGHTS.worth;
    return this.ordered(this.gathered(this.scored(postings.map((one) => this.part(one)), fits, byWorth)), asked);
  }

  /**
   * The pages that have a good part of it, in these or in other words.
   * @param {string[]} terms
   * @param {Asked} asked
   */
  async partly(terms, asked) {
    const allowed = await this.allowed(asked);
    const parts = await Promise.all(some(slots(terms, this.synonyms)).map(async (slot) => {
      const ways = slot.ways.map(async (way) => joined(await Promise.all(way.map((token) => this.index.postings(token)))));
      const { postings, idf } = this.part(either(await Promise.all(ways)));
      return { postings, idf: idf * (postings.size ? slot.weight : slot.lacking) };
    }));
    const found = this.scored(parts, allowed, wantsNewest(terms) ? NEWEST : WEIGHTS.worth);
    return found.sort((a, b) => b.share * b.score - a.share * a.score || a.place - b.place)
      .filter(({ share }, place) => share >= (place < FEW ? LITTLE : ENOUGH));
  }

  /**
   * The pages whose titles are heard as the terms are, or whose names are spelled nearly so.
   * @param {string[]} terms
   * @param {Asked} asked
   */
  async alike(terms, asked) {
    const [name] = terms;
    const isName = terms.length === 1 && LATIN.test(name) && name.length >= SPELT;
    const wanted = isName ? [] : some(heard(await this.index.sounds(), terms));
    if (!wanted.length && !isName) return [];
    const allowed = await this.allowed(asked);
    const postings = isName ? [await this.index.those(name.slice(0, 2), true, (token) => slipped(name, token))]
      : await Promise.all(wanted.map((text) => this.index.postings({ text, isOpen: false })));
    const fits = new Set([...joined(postings).keys()].filter((place) => !allowed || allowed.has(place)));
    return this.ordered(this.scored(postings.map((one) => this.part(one)), fits), asked);
  }

  /** @returns {Part} */
  everything() {
    return { postings: new Map(this.index.standings.map((_, place) => [place, 0])), idf: 1 };
  }

  /**
   * The pages with every filter's value.
   * @param {Asked} asked
   */
  async allowed({ filters }) {
    const wanted = Object.entries(filters);
    if (!wanted.length) return undefined;
    const choices = await this.index.choices();
    const sets = wanted.map(([name, chosen]) => choices.having(name, chosen));
    return sets.reduce((a, b) => new Set([...a].filter((place) => b.has(place))));
  }

  /**
   * @param {Found[]} found
   * @param {Asked} asked
   */
  async ordered(found, { sort }) {
    const [key, way] = Object.entries(sort ?? {})[0] ?? [];
    if (!key) return found.sort((a, b) => b.score - a.score || a.place - b.place);
    const ranks = (await this.index.choices()).ranks(key);
    return found.sort((a, b) => ((ranks[a.place] ?? 0) - (ranks[b.place] ?? 0)) * (way === 'desc' ? -1 : 1)
      || a.place - b.place);
  }
}
