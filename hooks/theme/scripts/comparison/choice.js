// What is compared: which communities an address asks for, and which facts are worth a line.

/** A fact in words, or a figure with whether it meets its goal. @typedef {string | [string, boolean]} Value */
/** @typedef {[id: string, name: string, district: number, values: Value[]]} Community */
/**
 * The file (hooks/campaign/kinds/community/comparison.py).
 * @typedef {object} Data
 * @property {string[]} headings
 * @property {string[]} districts
 * @property {Community[]} communities
 */

/** What stands for what nobody has reported, and for what does not apply. */
const NOT_KNOWN = new Set(['未填报', '—']);

/**
 * The communities that an address names, none twice, as many as there is room for.
 * @param {string} search
 * @param {{ has: (id: string) => boolean }} known
 * @param {number} room
 */
export function asked(search, known, room) {
  const ids = (new URLSearchParams(search).get('c') || '').split(',');
  return [...new Set(ids)].filter((id) => known.has(id)).slice(0, room);
}

/**
 * The address that names them.
 * @param {string} href
 * @param {string[]} ids
 */
export function addressed(href, ids) {
  const address = new URL(href);
  if (ids.length) address.searchParams.set('c', ids.join(','));
  else address.searchParams.delete('c');
  return address.href.replace(/%2C/g, ',');
}

/**
 * A line for each heading of which anything is known.
 * @param {string[]} headings
 * @param {Community[]} chosen
 */
export const lines = (headings, chosen) => headings
  .map((heading, number) => ({ heading, values: chosen.map(([, , , all]) => all[number]) }))
  .filter(({ values }) => !values.every((value) => typeof value === 'string' && NOT_KNOWN.has(value)));

/**
 * What the page says of so many chosen communities.
 * @param {number} count
 */
export function told(count) {
  if (count > 1) return `正在对比 ${count} 个社区`;
  return count ? '已选一个，请再选一个' : '选两到四个社区，并排来看';
}
