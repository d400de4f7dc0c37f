// What a query may mean: document numbers in any spelling, other words for the same, questions.

/** @typedef {import('./tokens.js').Token} Token */
import { wordsOf } from './matching.js';
import { tokens } from './tokens.js';

const NEWEST = /最新|最近|近期|新近|今年|本年度|本月|眼下/g;
const NUMBER = /[〔\s]*((?:19|20)\d\d)[年〕\s\-—·.]*第?\s*(\d{1,3})\s*号(?![楼院门])/g;
const BARE = /^(\p{Script=Han}{2,8})[〔\s]*((?:19|20)\d\d)[年〕\s\-—·.]+(\d{1,3})$/u;
const QUESTION = /请问|有哪些|有什么|怎么样|怎么办|怎么|怎样|如何|在哪里|在哪儿|在哪|哪里|哪儿|哪些|哪个|什么时候|什么日子|是?哪一?天|是?几号|几时|何时|还有多少|还有几|给?多少钱|够不够|不够用|不够|是什么|什么|为什么|多少|几点|有没有|能不能|可不可以|是谁|谁来|谁|吗|呢|我要|我想|想要|[的了]/g;
const LEAST = 2; // signs of what is left of a question
const ACROSS = 0.15; // of what a pair within a word tells, one across two words does

/**
 * A document's number as documents write it: 〔2026〕4号, however it was typed.
 * @param {string} query folded
 */
export const numbered = (query) => query.replace(BARE, '$1〔$2〕$3号').replace(NUMBER, '〔$1〕$2号');

/** @param {string[]} terms */
export const wantsNewest = (terms) => terms.some((term) => term.search(NEWEST) >= 0);

/**
 * Ways to say one thing, each as tokens that belong together, and how much the thing tells:
 * where pages have it, and where none does.
 * @typedef {{ ways: Token[][], weight: number, lacking: number }} Slot
 */

/**
 * What is no known word: its pairs of signs, those across two words apart. Single signs may be
 * words, or what a browser makes of a name that it does not know (粮, 库): pages tell.
 * @param {string} text
 * @returns {Slot[]}
 */
function unknown(text) {
  const words = wordsOf(text).map((word) => [...word]);
  const within = new Set(words.flatMap((word) => tokens(word.join(''))).map((token) => token.text));
  const beside = new Set(words.slice(1).flatMap((word, place) => (
    Math.min(word.length, words[place].length) === 1 ? [words[place].at(-1) + word[0]] : [])));
  const every = tokens(text);
  const telling = every.filter((token) => [...token.text].length > 1);
  return (telling.length ? telling : every).map((token) => ({
    ways: [[token]],
    weight: within.has(token.text) || beside.has(token.text) ? 1 : ACROSS,
    lacking: within.has(token.text) ? 1 : ACROSS,
  }));
}

/**
 * What a query asks for, thing by thing. Known words are one thing each, whichever of their
 * synonyms a page has; of anything else, each pair of signs is.
 * @param {string[]} terms
 * @param {string[][]} synonyms
 * @returns {Slot[]}
 */
export function slots(terms, synonyms) {
  const text = terms.join(' ');
  const known = synonyms.flatMap((group) => group.map((word) => ({ word, group })))
    .sort((a, b) => b.word.length - a.word.length);
  /** @type {Slot[]} */
  const found = [];
  let rest = text;
  for (const { word, group } of known) {
    if (!rest.includes(word)) continue;
    rest = rest.replaceAll(word, ' ');
    const ways = group.map((other) => tokens(other).map((token) => ({ ...token, isOpen: false })));
    found.push({ ways, weight: 1, lacking: 1 });
  }
  const told = rest.replace(QUESTION, ' ').replace(NEWEST, ' ');
  if (found.length || told.trim().length >= LEAST) rest = told;
  const others = rest.split(/\s+/).filter((part) => [...part].length > Math.min(1, found.length));
  return [...found, ...others.flatMap(unknown)];
}

/**
 * What of a query may stand on a page that has a part of it, longest first.
 * @param {string[]} terms
 * @param {string[][]} synonyms
 */
export const parts = (terms, synonyms) => [...new Set([
  ...terms, ...slots(terms, synonyms).flatMap(({ ways }) => ways.filter((way) => way.length === 1).map(([{ text }]) => text)),
])].sort((a, b) => b.length - a.length);

/**
 * How neighbouring characters of the terms are read.
 * @param {Map<string, string>} readings
 * @param {string[]} terms
 */
export const heard = (readings, terms) => terms.flatMap((term) => term.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) => {
  const sounds = [...run].map((sign) => readings.get(sign) ?? sign);
  return sounds.slice(1).map((sound, place) => `${sounds[place]}'${sound}`);
});

/**
 * Whether a name begins as the term would with one letter more, less or other.
 * @param {string} term
 * @param {string} name
 */
export function slipped(term, name) {
  const at = [...term].findIndex((letter, place) => letter !== name[place]);
  if (at < 0) return true;
  const [rest, after] = [term.slice(at), name.slice(at)];
  return after.startsWith(rest.slice(1)) || after.slice(1).startsWith(rest) || after.slice(1).startsWith(rest.slice(1));
}
