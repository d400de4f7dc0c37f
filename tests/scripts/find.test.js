import assert from 'node:assert/strict';
import test from 'node:test';

import { find } from '../../hooks/theme/scripts/search/find.js';
import { folding } from '../../hooks/theme/scripts/search/fold.js';

const fold = folding('');
const page = (title, text = '', more = {}) => ({ path: title, title, text, spelling: '', date: '', filters: {}, ...more });

/** An engine over some pages that writes down what it is asked and which pages are read. */
function engine({ whole = {}, partly = [], alike = [] }) {
  const log = { asked: [], read: 0 };
  const known = [];
  const found = (pages) => pages.map((one) => ({ place: known.push(one) - 1, share: 1, score: 1 }));
  const made = {
    whole: async (terms, options) => {
      log.asked.push([terms, options]);
      return found(whole[terms.join(' ')] ?? []);
    },
    partly: async () => found(partly),
    alike: async () => found(alike),
    parts: (terms) => [...terms, '一部分'],
    read: async (place) => { log.read += 1; return known[place]; },
  };
  return { log, open: async () => made };
}

const titles = (pages) => pages.map(({ title }) => title);
const pagesOf = async (found, from = 0, to = 100) => titles(await found.pages(from, to));

test('nothing asked finds nothing and opens no index', async () => {
  const found = await find(fold, () => assert.fail('opened'), ' ');
  assert.deepEqual([found.total, found.count, await pagesOf(found)], [0, 0, []]);
});

test('a filter alone is a question', async () => {
  const { open, log } = engine({ whole: { '': [page('甲')] } });
  const found = await find(fold, open, '', { filters: { 栏目: '动态' } });
  assert.equal(found.total, 1);
  assert.deepEqual(log.asked, [[[], { filters: { 栏目: '动态' }, sort: undefined }]]);
});

test('pages that hold every term as it is written come first; others are no more than a part', async () => {
  const scattered = page('乙', '路口有灯');
  const { open } = engine({ whole: { 路灯: [scattered, page('甲', '路灯'), page('丙', '新路灯')] } });
  const found = await find(fold, open, '路灯');
  assert.deepEqual([found.total, found.count, await pagesOf(found)], [2, 3, ['甲', '丙', '乙']]);
  const pages = await found.pages(0, 3);
  assert.deepEqual(pages.map(({ isPart }) => Boolean(isPart)), [false, false, true]);
  assert.deepEqual(found.parts, ['路灯', '一部分']);
});

test('pages with a part of the words follow where few have all', async () => {
  const { open } = engine({ whole: { 路灯: [page('甲', '路灯')] }, partly: [page('乙', '路边')] });
  const found = await find(fold, open, '路灯');
  assert.deepEqual([found.total, found.count, await pagesOf(found)], [1, 2, ['甲', '乙']]);
  const many = ['甲', '丙', '丁'].map((title) => page(title, '路灯'));
  const enough = await find(fold, engine({ whole: { 路灯: many }, partly: [page('乙')] }).open, '路灯');
  assert.deepEqual([enough.total, enough.count], [3, 3]);
});

test('a page with a part of the words that holds them all after all counts as such', async () => {
  const { open } = engine({ partly: [page('乙', '边的'), page('甲', '5.6%的居民')] });
  const found = await find(fold, open, '6%的居');
  assert.deepEqual([found.total, await pagesOf(found)], [1, ['甲', '乙']]);
});

test('what is heard alike comes before what has a part, and is marked like it', async () => {
  const { open } = engine({ alike: [page('幸福里')], partly: [page('幸福')] });
  const found = await find(fold, open, '幸福理');
  assert.deepEqual([found.total, await pagesOf(found)], [0, ['幸福里', '幸福']]);
  assert.ok((await found.pages(0, 1))[0].isPart);
});

test('pinyin with spaces is one name, as long as there is one', async () => {
  const named = page('幸福里', '', { spelling: 'xingfuli xfl' });
  const { open, log } = engine({ whole: { xingfuli: [named], 'wi fi': [page('wi fi')] } });
  const found = await find(fold, open, 'xing fu li');
  assert.deepEqual([found.terms, await pagesOf(found)], [['xingfuli'], ['幸福里']]);
  assert.deepEqual(await pagesOf(await find(fold, open, 'wi fi')), ['wi fi']);
  assert.deepEqual(log.asked.map(([terms]) => terms), [['xingfuli'], ['wifi'], ['wi', 'fi']]);
});

test('a document number is looked up as documents write it', async () => {
  const { open, log } = engine({});
  await find(fold, open, '和创指 2026年第4号');
  assert.deepEqual(log.asked[0][0], ['和创指〔2026〕4号']);
});

test('twelve pages are read at once and the others when they are shown', async () => {
  const many = Array.from({ length: 30 }, (_, number) => page(`第${number}`, '路灯'));
  const { open, log } = engine({ whole: { 路灯: many } });
  const found = await find(fold, open, '路灯');
  assert.deepEqual([found.total, log.read], [30, 12]);
  assert.deepEqual(await pagesOf(found, 10, 15), ['第10', '第11', '第12', '第13', '第14']);
  assert.equal(log.read, 15);
  assert.deepEqual(await pagesOf(found, 28, 40), ['第28', '第29']);
});

test('a chosen order is kept, and nothing is added to it', async () => {
  const hits = [page('甲', '路灯'), page('路灯')];
  const { open } = engine({ whole: { 路灯: hits }, partly: [page('乙')] });
  assert.deepEqual(await pagesOf(await find(fold, open, '路灯')), ['路灯', '甲', '乙']);
  assert.deepEqual(await pagesOf(await find(fold, open, '路灯', { sort: { date: 'asc' } })), ['甲', '路灯']);
});
