// What a query is looked up by, as hooks/campaign/search/tokens.py takes the texts apart.

const HAN = '\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}';
const IS_HAN = new RegExp(`[${HAN}]`, 'u');
// A run of Chinese, a figure with signs inside, or any other word.
const PART = new RegExp(`[${HAN}]+|[0-9]+(?:[.:,/-][0-9]+)+|(?![${HAN}])[\\p{L}\\p{N}](?:(?![${HAN}])[\\p{L}\\p{N}])*`, 'gu');
const SHORTEST = 2; // signs of a word that may be the beginning of a longer one

/** @typedef {{ text: string, isOpen: boolean }} Token isOpen: it may go on */

/** @param {string} text */
export const isHan = (text) => IS_HAN.test(text);

/**
 * The tokens of a term, in its order.
 * @param {string} term folded
 * @returns {Token[]}
 */
export function tokens(term) {
  const parts = [...term.matchAll(PART)].map((found) => ({ text: found[0], at: found.index }));
  /** @type {Token[]} */
  const found = [];
  for (const [place, { text, at }] of parts.entries()) {
    const before = parts[place - 1];
    const isJoined = before && before.at + before.text.length === at;
    const signs = [...text];
    const end = at + text.length;
    if (isJoined) found.push({ text: [...before.text].at(-1) + signs[0], isOpen: false });
    if (!isHan(signs[0])) found.push({ text, isOpen: end === term.length && text.length >= SHORTEST });
    else for (const [index, sign] of signs.slice(1).entries()) found.push({ text: signs[index] + sign, isOpen: false });
  }
  // A single sign tells something only where there is nothing else.
  return found.length ? found : parts.map(({ text }) => ({ text, isOpen: true }));
}
