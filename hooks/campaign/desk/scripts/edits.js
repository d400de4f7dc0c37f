// What the buttons above a text do to it: from a text with a selection to one edit of it. Nothing
// here knows of a page, and nothing but the edited stretch changes.

/** @typedef {{ text: string, start: number, end: number }} Selected a text, and what is selected */
/**
 * A stretch that gets other words, and what is selected then.
 * @typedef {{ from: number, to: number, text: string, start: number, end: number }} Edit
 */

const DIGITS = '〇一二三四五六七八九';
const HEADING = /^(#{1,6})[ \t]+/;
const NUMBER = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d))\s*/;
const BULLET = /^[-*+][ \t]+/;
const LEAD = /^(?:#{1,6}[ \t]+|[-*+][ \t]+)?/;
const BOLD = '**';
const SAMPLE = '加粗的字';
const TABLE = [['项目', '数量'], ['', ''], ['', '']];

/**
 * A number below a hundred in Chinese.
 * @param {number} number
 */
function chinese(number) {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return (tens > 1 ? DIGITS[tens] : '') + (tens ? '十' : '') + (ones ? DIGITS[ones] : '');
}

/**
 * How headings are numbered, by how deep they stand: 一、（一）1.
 * @param {number} depth
 * @param {number} number
 */
function numeral(depth, number) {
  if (depth === 1) return `${chinese(number)}、`;
  return depth === 2 ? `（${chinese(number)}）` : `${number}.`;
}

/**
 * An edit that leaves its own words selected from one place of them to another.
 * @param {number} from
 * @param {number} to
 * @param {string} text
 * @param {number} first
 * @param {number} last
 * @returns {Edit}
 */
function edit(from, to, text, first = text.length, last = first) {
  return { from, to, text, start: from + first, end: from + last };
}

/**
 * The whole lines that a selection touches.
 * @param {Selected} selected
 */
function lines({ text, start, end }) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const to = text.indexOf('\n', last);
  return { from, to: to < 0 ? text.length : to };
}

/**
 * The empty lines that a paragraph of its own needs before it and behind it.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function gaps(text, from, to) {
  const before = text.slice(0, from);
  const after = text.slice(to);
  return {
    before: !before.trim() || /\n[ \t]*\n[ \t]*$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n',
    after: !after.trim() || /^[ \t]*\n[ \t]*\n/.test(after) ? '' : after.startsWith('\n') ? '\n' : '\n\n',
  };
}

/**
 * A stretch of whole lines becomes a paragraph of its own.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {string} words
 * @param {number} first
 * @param {number} last
 */
function paragraph(text, from, to, words, first = words.length, last = first) {
  const { before, after } = gaps(text, from, to);
  return edit(from, to, before + words + after, before.length + first, before.length + last);
}

/**
 * How many headings of a level stand above a place, since the last one that is higher.
 * @param {string} above
 * @param {number} level
 */
function counted(above, level) {
  let count = 0;
  for (const line of above.split('\n')) {
    const found = HEADING.exec(line)?.[1].length ?? 0;
    if (found === level) count += 1;
    else if (found && found < level) count = 0;
  }
  return count;
}

/**
 * A line becomes a heading with its number, or a paragraph again.
 * @param {Selected} selected
 * @param {number} depth from 1 on
 * @param {number} top the level of the highest headings of this text
 */
export function heading(selected, depth, top) {
  const { text } = selected;
  const { from } = lines(selected);
  const { to } = lines({ text, start: from, end: from });
  const line = text.slice(from, to);
  const level = top + depth - 1;
  const words = line.replace(LEAD, '').replace(NUMBER, '').trim();
  if (HEADING.exec(line)?.[1].length === level) return edit(from, to, words);
  const marks = `${'#'.repeat(level)} ${numeral(depth, counted(text.slice(0, from), level) + 1)}`;
  return paragraph(text, from, to, marks + words);
}

/**
 * Words become bold, or are bold no longer; every selected line for itself.
 * @param {Selected} selected
 */
export function bold({ text, start, end }) {
  const chosen = text.slice(start, end);
  const words = chosen.trim();
  if (!words) return edit(start, end, BOLD + SAMPLE + BOLD, BOLD.length, BOLD.length + SAMPLE.length);
  const from = start + chosen.indexOf(words);
  const to = from + words.length;
  if (text.slice(0, from).endsWith(BOLD) && text.slice(to).startsWith(BOLD)) {
    return edit(from - BOLD.length, to + BOLD.length, words, 0, words.length);
  }
  const isBold = words.length > 2 * BOLD.length && words.startsWith(BOLD) && words.endsWith(BOLD);
  if (isBold && !words.slice(2, -2).includes(BOLD)) return edit(from, to, words.slice(2, -2), 0, words.length - 4);
  const made = words.replace(/[^\n]+/g, (line) => {
    const lead = LEAD.exec(line)?.[0] ?? '';
    const rest = line.slice(lead.length).trim();
    return rest ? `${lead}${BOLD}${rest}${BOLD}` : line;
  });
  return edit(from, to, made, 0, made.length);
}

/**
 * Lines become items of a list, or paragraphs again.
 * @param {Selected} selected
 */
export function list(selected) {
  const { text } = selected;
  const { from, to } = lines(selected);
  const known = text.slice(from, to).split('\n');
  const written = known.filter((line) => line.trim());
  if (written.length && written.every((line) => BULLET.test(line))) {
    return edit(from, to, known.map((line) => line.replace(BULLET, '')).join('\n'));
  }
  const items = (written.length ? written : ['']).map((line) => `- ${line.replace(LEAD, '').trim()}`).join('\n');
  const before = text.slice(0, from).replace(/\n$/, '').split('\n').at(-1) ?? '';
  if (!BULLET.test(before)) return paragraph(text, from, to, items);
  const { after } = gaps(text, from, to);
  return edit(from, to, items + after, items.length);
}

/**
 * Words in place of what is selected.
 * @param {Selected} selected
 * @param {string} words
 */
export function insertion({ start, end }, words) {
  return edit(start, end, words);
}

/**
 * What was copied, in place of what is selected: on its line, or as paragraphs of their own.
 * @param {Selected} selected
 * @param {string} words
 */
export function passage({ text, start, end }, words) {
  return words.includes('\n') || /^(?:#|- |\|)/.test(words)
    ? paragraph(text, start, end, words)
    : edit(start, end, words);
}

/**
 * A link to an address; what is selected stays its words.
 * @param {Selected} selected
 * @param {string} address
 * @param {string} usual words where none are selected
 */
export function link({ text, start, end }, address, usual = '') {
  const words = text.slice(start, end).replace(/[[\]\s]+/g, ' ').trim() || usual;
  return edit(start, end, `[${words}](${address})`);
}

/**
 * A line of its own below the paragraph in which the selection ends.
 * @param {Selected} selected
 * @param {string} words
 */
export function block({ text, end }, words) {
  const { from, to } = lines({ text, start: end, end });
  const isEmpty = !text.slice(from, to).trim();
  return paragraph(text, isEmpty ? from : to, to, words);
}

/**
 * A table: of selected lines with tabs between their cells, or an empty one.
 * @param {Selected} selected
 */
export function table(selected) {
  const { text, start, end } = selected;
  const { from, to } = lines(selected);
  const isGiven = end > start && text.slice(from, to).includes('\t');
  const rows = isGiven ? text.slice(from, to).split('\n').map((line) => line.split('\t')) : TABLE;
  const width = Math.max(...rows.map((row) => row.length));
  const row = (/** @type {string[]} */ cells) => `| ${Array.from(
    { length: width }, (_, place) => (cells[place] ?? '').trim().replaceAll('|', '\\|'),
  ).join(' | ')} |`;
  const [head, ...rest] = rows.map(row);
  const words = [head, `|${' --- |'.repeat(width)}`, ...rest].join('\n');
  if (isGiven) return paragraph(text, from, to, words);
  const isEmpty = !text.slice(from, to).trim();
  return paragraph(text, isEmpty ? from : to, to, words, 2, 2 + TABLE[0][0].length);
}

/**
 * The highest number of a footnote in a text.
 * @param {string} text
 */
export function notes(text) {
  return Math.max(0, ...Array.from(text.matchAll(/\[\^(\d{1,4})\]/g), ([, number]) => Number(number)));
}

/**
 * The level of the last heading above a place; 0 where there is none.
 * @param {string} above
 */
export function levelAbove(above) {
  return above.split('\n').reduce((level, line) => HEADING.exec(line)?.[1].length ?? level, 0);
}

/**
 * The call of a footnote behind what is selected, and the note at the end of the text.
 * @param {Selected} selected
 */
export function footnote({ text, end }) {
  const mark = `[^${notes(text) + 1}]`;
  const rest = text.slice(end).trimEnd();
  const gap = /(?:^|\n)\[\^\d{1,4}\]:[^\n]*$/.test(text.slice(0, end) + rest) ? '\n' : '\n\n';
  return edit(end, text.length, `${mark}${rest}${gap}${mark}: `);
}
