// The entries of a directory: which of them fit what a reader asks, and which are open on a day.

/**
 * @typedef {{
 *   id: string, community: string, name: string, mark: string, tags: string[],
 *   days: number, words: string[], phone: string,
 * }} Entry
 * @typedef {{
 *   tags: string[], communities: [string, string][],
 *   entries: [number, string, string, number[], number, string[], string][],
 * }} Packed
 */

const DAY = 86400000;

/**
 * The day of the week in China, from 0 for Monday.
 * @param {number} now milliseconds since 1970, a Thursday
 */
export const weekday = (now) => (Math.floor((now + DAY / 3) / DAY) + 3) % 7;

/**
 * @param {Packed} data
 * @returns {Entry[]}
 */
export const unpacked = (data) => data.entries.map(([place, name, mark, tags, days, words, phone]) => {
  const [id, community] = data.communities[place];
  return { id, community, name, mark, tags: tags.map((tag) => data.tags[tag]), days, words, phone };
});

/**
 * Those that have all tags and all words of the text.
 * @param {Entry[]} all
 * @param {string[]} tags
 * @param {string} text
 */
export function fitting(all, tags, text) {
  const wanted = text.trim().split(/\s+/).filter(Boolean);
  return all.filter((entry) => {
    const words = [entry.name, entry.community, entry.mark, ...entry.words].join(' ');
    return tags.every((tag) => entry.tags.includes(tag)) && wanted.every((word) => words.includes(word));
  });
}

/**
 * Those that are open on a day; and how many only say it in words that people have to read.
 * @param {Entry[]} found
 * @param {number} day
 */
export function openOn(found, day) {
  const open = found.filter(({ days }) => days >= 0 && Math.floor(days / 2 ** day) % 2 === 1);
  return { open, unread: found.filter(({ days }) => days < 0).length };
}
