import assert from 'node:assert/strict';
import test from 'node:test';

import { matching } from '../../hooks/theme/scripts/search/engines.js';
import { find } from '../../hooks/theme/scripts/search/find.js';
import { folding } from '../../hooks/theme/scripts/search/fold.js';

const fold = folding('');
const page = (title, text, more = {}) => ({ path: title, title, text, spelling: '', date: '', filters: {}, sorts: {}, ...more });
const titles = (pages) => pages.map(({ title }) => title);

const PAGES = [
  page('乙', '路灯坏了', { filters: { 栏目: ['动态'], 年份: ['2026'] }, sorts: { date: '20260101', level: '9' } }),
  page('甲', '修路灯', { filters: { 栏目: ['政策', '动态'], 年份: ['2025'] }, sorts: { date: '20250101', level: '10' } }),
  page('路灯', '新的', { filters: { 栏目: ['政策'] }, sorts: { date: '20250601', level: '1' } }),
];

/** An engine over some hits that writes down what it is asked and which pages are opened. */
function engine(answers) {
  const log = { asked: [], read: 0 };
  const ask = async (terms, options) => {
    log.asked.push([terms, options]);
    return (answers[terms.join(' ')] ?? []).map(([found, exact]) => ({
      exact,
      read: async () => { log.read += 1; return found; },
    }));
  };
  return { log, open: async () => ask };
}

const pagesOf = async (found, from = 0, to = 100) => titles(await found.pages(from, to));

// The plain index

test('every term must stand on a page; best first', () => {
  assert.deepEqual(titles(matching(fold, PAGES, ['路灯'], { filters: {} })), ['路灯', '乙', '甲']);
  assert.deepEqual(titles(matching(fold, PAGES, ['路灯', '坏'], { filters: {} })), ['乙']);
});

test('every filter must fit', () => {
  const one = { filters: { 栏目: '动态' } };
  assert.deepEqual(titles(matching(fold, PAGES, [], one)), ['乙', '甲']);
  const both = { filters: { 栏目: '动态', 年份: '2025' } };
  assert.deepEqual(titles(matching(fold, PAGES, [], both)), ['甲']);
  assert.deepEqual(matching(fold, PAGES, [], { filters: { 级别: '市级' } }), []);
});

test('a wanted order comes before what fits best', () => {
  const by = (sort) => titles(matching(fold, PAGES, ['路灯'], { filters: {}, sort }));
  assert.deepEqual(by({ date: 'asc' }), ['甲', '路灯', '乙']);
  assert.deepEqual(by({ date: 'desc' }), ['乙', '路灯', '甲']);
  assert.deepEqual(by({ level: 'asc' }), ['路灯', '乙', '甲']);
});

// Either index

test('nothing asked finds nothing and opens no index', async () => {
  const found = await find(fold, () => assert.fail('opened'), ' ');
  assert.deepEqual([found.total, await pagesOf(found)], [0, []]);
});

test('a filter alone is a question', async () => {
  const { open, log } = engine({ '': [[PAGES[0], true]] });
  const found = await find(fold, open, '', { filters: { 栏目: '动态' } });
  assert.equal(found.total, 1);
  assert.deepEqual(log.asked, [[[], { filters: { 栏目: '动态' }, sort: undefined }]]);
});

test('pages that hold no more than short words of a term are left out', async () => {
  const certain = page('4号', '');
  const scattered = page('四', '有 4 也有 号');
  const other = page('有4号楼', '');
  const { open } = engine({ '4号': [[certain, true], [scattered, false], [other, false]] });
  assert.deepEqual(await pagesOf(await find(fold, open, '4号')), ['4号', '有4号楼']);
});

test('pinyin with spaces is one name, as long as there is one', async () => {
  const named = page('幸福里', '', { spelling: 'xingfuli xfl' });
  const { open, log } = engine({ xingfuli: [[named, true]], 'wi fi': [[page('wi fi', ''), true]] });
  const found = await find(fold, open, 'xing fu li');
  assert.deepEqual([found.terms, await pagesOf(found)], [['xingfuli'], ['幸福里']]);
  assert.deepEqual(await pagesOf(await find(fold, open, 'wi fi')), ['wi fi']);
  assert.deepEqual(log.asked.map(([terms]) => terms), [['xingfuli'], ['wifi'], ['wi', 'fi']]);
});

test('where a query is cut within a word, what lies between is looked for', async () => {
  const whole = page('甲', '建立长效机制');
  const part = page('乙', '效机的事');
  const { open } = engine({ 效机: [[whole, true], [part, true]] });
  const found = await find(fold, open, '长效机制');
  assert.deepEqual([found.total, await pagesOf(found)], [1, ['甲']]);
});

test('twelve pages are read at once and the others when they are shown', async () => {
  const many = Array.from({ length: 30 }, (_, number) => [page(`第${number}`, '路灯'), true]);
  const { open, log } = engine({ 路灯: many });
  const found = await find(fold, open, '路灯');
  assert.deepEqual([found.total, log.read], [30, 12]);
  assert.deepEqual(await pagesOf(found, 10, 15), ['第10', '第11', '第12', '第13', '第14']);
  assert.equal(log.read, 15);
  assert.deepEqual(await pagesOf(found, 28, 40), ['第28', '第29']);
});

test('an order of the index is kept', async () => {
  const hits = [[page('甲', '路灯'), true], [page('路灯', ''), true]];
  const { open } = engine({ 路灯: hits });
  assert.deepEqual(await pagesOf(await find(fold, open, '路灯')), ['路灯', '甲']);
  assert.deepEqual(await pagesOf(await find(fold, open, '路灯', { sort: { date: 'asc' } })), ['甲', '路灯']);
});
