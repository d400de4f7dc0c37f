// The roll of honour as data: honours out of columns, which of them fit, and in what order.

/**
 * A file of the roll: numbered words, and a column of numbers each (hooks/campaign/kinds/honour/rolldata.py).
 * @typedef {object} Data
 * @property {string} on the day of the roll
 * @property {[id: string, name: string, above: string][]} districts what lies in what
 * @property {[string, string][]} levels
 * @property {[name: string, id: string, district: string, pinyin: string][]} subjects
 * @property {[id: string, title: string, level: string][]} kinds
 * @property {[look: string, state: string, counted: number][]} states
 * @property {string[]} counted what honours are counted as: in force, nominated, no longer
 * @property {string[]} batches
 * @property {string[]} words
 * @property {{ subject: number[], kind: number[], state: number[], named: number[], batch: number[],
 *   words: number[], review: number[], anchor: string[], sheet?: number[] }} rows
 */
/** @typedef {ReturnType<typeof subjectOf>} Subject */
/** @typedef {ReturnType<typeof unpacked>[number]} Honour */
/** @typedef {'level' | 'kind' | 'district' | 'year' | 'state'} Field */
/** @typedef {'pinyin' | 'level' | 'named'} Order */

/** @type {Field[]} */
export const FIELDS = ['level', 'kind', 'district', 'year', 'state'];

/**
 * `2025-11-05` for 20251105.
 * @param {number} number
 */
export const day = (number) => String(number).replace(/(....)(..)(..)/, '$1-$2-$3');

/**
 * As names and queries are compared: width, case and spaces do not count.
 * @param {string} text
 */
export const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s'’]+/g, '');

/** @param {Data['subjects'][number]} row */
function subjectOf([name, id, district, read]) {
  const syllables = read.toLowerCase().split(' ');
  const starts = syllables.map((_, from) => syllables.slice(from).join(''));
  return { name, id, district, plain: plain(name), starts, initials: syllables.map((s) => s[0]).join('') };
}

/**
 * Honours as objects; the file holds numbered words in columns.
 * @param {Data} data
 */
export function unpacked(data) {
  const districts = new Map(data.districts.map((place) => [place[0], place]));
  const levels = new Map(data.levels);
  const subjects = data.subjects.map(subjectOf);
  const { rows } = data;
  return rows.subject.map((number, rank) => {
    const subject = subjects[number];
    const [kind, title, level] = data.kinds[rows.kind[rank]];
    const [look, state, counted] = data.states[rows.state[rank]];
    const named = rows.named[rank];
    return {
      rank, subject, pinyin: number, kind, title, level, look, state, counted, named,
      levelName: levels.get(level), place: districts.get(subject.district)?.[1] || '',
      district: subject.district, above: districts.get(subject.district)?.[2] || '', year: named ? String(named).slice(0, 4) : '',
      batch: data.batches[rows.batch[rank]], words: data.words[rows.words[rank]],
      review: rows.review[rank], anchor: rows.anchor[rank] || subject.id,
      page: rows.sheet && rows.sheet[rank] > 1 ? `${kind}_${rows.sheet[rank]}` : kind,
    };
  });
}

/**
 * Whether a name is meant: by its characters, its initials, or its pinyin from any syllable on.
 * @param {Subject} subject
 * @param {string} text
 */
const holds = (subject, text) =>
  subject.plain.includes(text) || subject.initials.includes(text) || subject.starts.some((part) => part.startsWith(text));

/**
 * Whether an honour has a value; a place is also what lies in it.
 * @param {Honour} item
 * @param {Field} name
 * @param {string | undefined} value
 */
const has = (item, name, value) => item[name] === value || (name === 'district' && item.above === value);

/**
 * The honours that have every wanted value, of names that hold the text.
 * @param {Honour[]} all
 * @param {Partial<Record<Field, string>>} wanted
 * @param {string} query
 */
export function fitting(all, wanted, query) {
  const text = plain(query);
  const asked = FIELDS.filter((name) => wanted[name]);
  return all.filter((item) => asked.every((name) => has(item, name, wanted[name])) && (!text || holds(item.subject, text)));
}

/**
 * How many honours, nominations apart: `有效 8 项，推荐和公示中 35 项`.
 * @param {string[]} labels
 * @param {Honour[]} items
 */
export const countWords = (labels, items) => labels
  .map((label, number) => ({ label, count: items.filter((item) => item.counted === number).length }))
  .filter(({ count }) => count)
  .map(({ label, count }) => `${label} ${count} 项`)
  .join('，');

/** @type {Record<Order, (a: Honour, b: Honour) => number>} */
const compared = {
  level: (a, b) => a.rank - b.rank,
  pinyin: (a, b) => a.pinyin - b.pinyin || a.rank - b.rank,
  named: (a, b) => a.named - b.named || a.rank - b.rank,
};

/**
 * In an order, or the other way round; by day, those without one come last either way.
 * @param {Honour[]} items
 * @param {Order} order
 * @param {boolean} down
 */
export function ordered(items, order, down) {
  /** @param {Honour} item */
  const isLast = (item) => order === 'named' && !item.named;
  const rest = items.filter((item) => !isLast(item));
  rest.sort((a, b) => (down ? -1 : 1) * compared[order](a, b));
  return [...rest, ...items.filter(isLast)];
}

/**
 * An order as an address names it: `named`, or `-named` for the other way round.
 * @param {string | null} text
 * @returns {{ order: Order, down: boolean } | null}
 */
export function orderOf(text) {
  const found = /^(-?)(pinyin|level|named)$/.exec(text || '');
  return found && { order: /** @type {Order} */ (found[2]), down: Boolean(found[1]) };
}

/** Text that a spreadsheet would run: the pattern of `hooks/campaign/text.py`; a test compares. */
// oxlint-disable-next-line no-control-regex
const FORMULA = /^[\x00-\x20\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A value that begins like a formula is defused with an apostrophe, as OWASP advises.
 * @param {string} value
 */
function cell(value) {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * The honours as a file for spreadsheets.
 * @param {Honour[]} items
 */
export function csv(items) {
  const heading = ['获得者', '镇街', '级别', '荣誉', '批次', '命名日期', '状态', '下次复查'];
  const lines = items.map((item) => [
    item.subject.name, item.place, item.levelName ?? '', item.title, item.batch,
    item.named ? day(item.named) : '', item.words, item.review ? day(item.review) : '',
  ]);
  return `${[heading, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
