/**
 * Files as they were, but for what somebody changed: comments, order, quotes and blank lines stay.
 *
 * Sveltia CMS hands over all values of a file and knows nothing else of it. So each file brings its
 * own text with it, in a value that no form shows, and what is written is that text with the
 * changes. (Sveltia hands texts over with LF alone, and without what is blank at their ends.)
 * The site reads every value as the text that stands there, and so does `Document` here.
 */

import { parse, parseDocument, isMap, isScalar, isSeq } from 'yaml';

const SOURCE = '-source';
const AS_TEXT = { schema: 'failsafe' };
const WRITTEN = { lineWidth: 0, flowCollectionPadding: false };
const FRONT_MATTER = /^(---[ \t]*\n)([\s\S]*?)(^---[ \t]*(?:\n|$))([\s\S]*)$/m;
const NEW = ['', '---\n', '', '---\n', ''];
/** Texts that other programs would take for a number or for nothing. */
const MISTAKEN = /^(?:[-+]?(?:\d[\d_]*)?\.?\d+(?:e[-+]?\d+)?|null|~|)$/i;

/** Blank lines and comments at the end of a pair's text, which stand before the next. */
const BELOW = /\n((?:(?:#[^\n]*|[ \t]*)\n)*)$/;

/** @param {any} node */
const isEmpty = (node) =>
  isScalar(node) ? node.value === '' || node.value === null : !node?.items?.length;

/** Whether a node says the value already. A number may be written in several ways. */
const says = (node, value) => {
  if (isScalar(node)) {
    const isNumber = typeof value === 'number' && node.value !== '';
    return String(value ?? '') === String(node.value ?? '') || (isNumber && Number(node.value) === value);
  }
  if (isSeq(node)) {
    const isAsLong = Array.isArray(value) && value.length === node.items.length;
    return isAsLong && node.items.every((item, index) => says(item, value[index]));
  }
  if (!isMap(node) || typeof value !== 'object' || value === null) {
    return false;
  }
  const keys = Object.keys(value);
  return keys.length === node.items.length && keys.every((key) => says(node.get(key, true), value[key]));
};

/** Makes a node of a value, quoted where another program would not read it as text. */
const made = (document, value) => {
  if (Array.isArray(value) || (value && typeof value === 'object')) {
    const node = document.createNode(Array.isArray(value) ? [] : {});
    for (const [key, item] of Object.entries(value)) {
      const inner = made(document, item);
      node.items.push(Array.isArray(value) ? inner : document.createPair(key, inner));
    }
    return node;
  }
  const node = document.createNode(String(value ?? ''));
  if (typeof value === 'string' && MISTAKEN.test(value)) {
    node.type = 'QUOTE_DOUBLE';
  }
  return node;
};

/** Gives a node that says the value, and is the old one as far as it says so. */
const changed = (document, node, value) => {
  if (says(node, value)) {
    return node;
  }
  if (isMap(node) && value && typeof value === 'object' && !Array.isArray(value)) {
    changeMap(document, node, value);
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    changeList(document, node, value);
    return node;
  }
  const next = made(document, value);
  if (isScalar(node) && isScalar(next)) {
    const isQuoted = node.type?.startsWith('QUOTE') && !next.value.includes('\n');
    const { comment, commentBefore, spaceBefore } = node;
    Object.assign(next, { comment, commentBefore, spaceBefore }, isQuoted ? { type: node.type } : {});
  }
  return next;
};

/** What is empty in the file says something that a form cannot, such as "there are none": it stays. */
const isKept = (values) => (pair) => pair.key.value in values || isEmpty(pair.value);

const changeMap = (document, map, values) => {
  map.items = map.items.filter(isKept(values));
  for (const [key, value] of Object.entries(values)) {
    const pair = map.items.find((item) => item.key.value === key);
    if (pair) {
      pair.value = changed(document, pair.value, value);
    } else {
      map.items.push(document.createPair(key, made(document, value)));
    }
  }
};

/** Items that are the same stay what they are, wherever they moved; others change in their place. */
const changeList = (document, list, values) => {
  const left = [...list.items];
  const same = values.map((value) => {
    const index = left.findIndex((item) => says(item, value));
    return index === -1 ? undefined : left.splice(index, 1)[0];
  });
  list.items = values.map((value, index) => {
    if (same[index]) {
      return same[index];
    }
    const old = list.items[index];
    return left.includes(old) ? changed(document, old, value) : made(document, value);
  });
};

/** A pair of the outermost map as text. */
const written = (pair) => {
  const alone = parseDocument('', AS_TEXT);
  alone.contents = alone.createNode({});
  alone.contents.items.push(pair);
  return alone.toString(WRITTEN);
};

/** The pair as it stands, or as it has to be written now, with the comments that stand below it. */
const segment = (document, pair, text, value) => {
  if (value === undefined || says(pair.value, value)) {
    return text;
  }
  const below = text.match(BELOW)?.[1] ?? '';
  pair.value = changed(document, pair.value, value);
  pair.key.commentBefore = pair.key.spaceBefore = undefined;
  const now = written(pair);
  return now + (below.trim() && now.includes(below.trim()) ? '' : below);
};

/**
 * The text with other values: whatever stands outermost and did not change is not written anew.
 *
 * @param {string} source @param {Record<string, any>} values
 */
const merged = (source, values) => {
  const document = parseDocument(source, AS_TEXT);
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const starts = pairs.map(({ key }) => key.range[0]);
  const texts = pairs.map((_, index) => source.slice(starts[index], starts[index + 1]));
  const parts = pairs.map((pair, index) =>
    isKept(values)(pair) ? segment(document, pair, texts[index], values[pair.key.value]) : '',
  );
  const known = new Set(pairs.map(({ key }) => key.value));
  for (const [key, value] of Object.entries(values)) {
    if (!known.has(key)) {
      parts.push(written(document.createPair(key, made(document, value))));
    }
  }
  const ended = (part) => (part === '' || part.endsWith('\n') ? part : `${part}\n`);
  return source.slice(0, starts[0]) + parts.map(ended).join('');
};

export const record = {
  fromFile: (text) => ({ ...parse(text), [SOURCE]: text }),
  toFile: ({ [SOURCE]: source = '', ...values }) => merged(source, values),
};

export const article = {
  fromFile: (text) => {
    const [, , front, , body] = text.match(FRONT_MATTER) ?? ['', '', '', '', text];
    return { ...parse(front), body: body.trim(), [SOURCE]: text };
  },
  toFile: ({ [SOURCE]: source = '', body = '', ...values }) => {
    const [, begin, front, end, before] = source.match(FRONT_MATTER) ?? NEW;
    const above = before.trim() ? before.slice(0, before.search(/\S/)) : '\n';
    return `${begin}${merged(front, values)}${end}${above}${body.trim()}\n`;
  },
};
