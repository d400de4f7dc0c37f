import assert from 'node:assert/strict';
import test from 'node:test';

import { Index, numbers, places } from '../../hooks/theme/scripts/search/index.js';
import { Looker, joined } from '../../hooks/theme/scripts/search/look.js';

/** An index of four documents in two pieces that writes down which pieces are loaded. */
function index() {
  const pieces = {
    'index/0': "ludeng 0 F\nxing'fu 3 V\n坏了 01 77\n夜校 1 c",
    'index/1': '路灯 02 7c\n路由 2 7\n路面 01 17',
    choices: { filters: { 栏目: { 动态: '01', 政策: '2' } }, sorts: { date: '3021' } },
    sounds: 'fu福富 xing幸',
    'texts/0': ['a/', '甲', '一', '', '', {}],
  };
  const log = [];
  const search = {
    directory: 'ludeng 路灯',
    standing: '004004004004',
    parts: {},
    edition: 'e1',
    pieces: {},
    load: async (path) => {
      log.push(path);
      const name = path.replace(/^search\/|\.js\?e1$/g, '');
      search.pieces[name] = pieces[name];
    },
  };
  return { log, index: new Index(search) };
}

const found = async (promise) => (await promise).map(({ place }) => place);
const ALL = { filters: {} };

test('numbers and places are read as they are written', () => {
  assert.deepEqual(numbers('0Vx0'), [0, 31, 27 * 32]);
  assert.deepEqual(places('001'), [0, 1, 3]);
});

test('a token is looked up in its piece alone, once, under the edition of the index', async () => {
  const { log, index: one } = index();
  assert.deepEqual([...(await one.postings({ text: '坏了', isOpen: false })).keys()], [0, 2]);
  assert.deepEqual([...(await one.postings({ text: '夜校', isOpen: false }))], [[1, 38]]);
  assert.equal((await one.postings({ text: '没有', isOpen: false })).size, 0);
  assert.deepEqual(log, ['search/index/0.js?e1']);
});

test('what may go on is looked up in all that begins so', async () => {
  const { index: one } = index();
  assert.deepEqual([...(await one.postings({ text: '路', isOpen: true })).keys()].sort(), [0, 2, 3]);
  assert.deepEqual([...(await one.postings({ text: 'lu', isOpen: true })).keys()], [0]);
});

test('a page has every token of a query; who says it in the title comes first', async () => {
  const looker = new Looker(index().index, []);
  assert.deepEqual(await found(looker.whole(['路灯'], ALL)), [3, 0]);
  assert.deepEqual(await found(looker.whole(['路灯', '坏了'], ALL)), [0]);
});

test('where several parts of a page answer, the page stands before them', async () => {
  const { index: one } = index();
  const looker = new Looker(one, []);
  assert.notEqual((await found(looker.whole(['路'], ALL)))[0], 0);
  one.parts = [{ place: 0, count: 3 }];
  assert.equal((await found(looker.whole(['路'], ALL)))[0], 0);
  assert.deepEqual(await found(looker.whole(['路灯'], ALL)), [3, 0], 'a single part stands for itself');
});

test('who asks for the newest has it first, whichever page says it more', async () => {
  const { index: one } = index();
  one.standings[2].worth = 63;
  const pages = (terms) => found(new Looker(one, []).partly(terms, ALL));
  assert.deepEqual(await pages(['路灯']), [3, 0]);
  one.standings[0].worth = 63;
  assert.deepEqual(await pages(['今年路灯']), [0, 3]);
});

test('filters narrow and a chosen order holds', async () => {
  const looker = new Looker(index().index, []);
  assert.deepEqual(await found(looker.whole(['坏了'], { filters: { 栏目: '动态' } })), [0, 2]);
  assert.deepEqual(await found(looker.whole(['坏了'], { filters: { 栏目: '政策' } })), [2]);
  assert.deepEqual(await found(looker.whole([], { filters: { 栏目: '动态' }, sort: { date: 'asc' } })), [2, 0]);
  assert.deepEqual(await found(looker.whole([], { filters: { 栏目: '动态' }, sort: { date: 'desc' } })), [0, 2]);
});

test('a part of the words, or other words for the same, is enough for those that follow', async () => {
  const looker = new Looker(index().index, [['灯具', '路灯']]);
  assert.deepEqual((await found(looker.partly(['灯具'], ALL))).sort(), (await found(looker.whole(['路灯'], ALL))).sort());
  assert.ok((await found(looker.partly(['夜校几点'], ALL))).includes(1));
  assert.deepEqual(await found(looker.partly(['量子'], ALL)), []);
});

test('a title is found by how it is heard', async () => {
  const { log, index: one } = index();
  assert.deepEqual(await found(new Looker(one, []).alike(['幸富'], ALL)), [3]);
  assert.ok(log.includes('search/sounds.js?e1'));
  assert.deepEqual(await found(new Looker(one, []).alike(['ludemg'], ALL)), [0]);
  assert.deepEqual(await found(new Looker(one, []).alike(['lumang'], ALL)), []);
});

test('only documents of all postings are joined, each with its least value', () => {
  assert.deepEqual([...joined([new Map([[1, 5], [2, 7]]), new Map([[2, 3]])])], [[2, 3]]);
});

test('a page is read once', async () => {
  const { log, index: one } = index();
  assert.equal(await one.page(0), await one.page(0));
  assert.deepEqual([(await one.page(0)).title, log.length], ['甲', 1]);
});

test('what did not load is tried again', async () => {
  const { index: one } = index();
  const { load } = one.search;
  one.search.load = () => Promise.reject(new Error('offline'));
  await assert.rejects(one.page(0));
  one.search.load = load;
  assert.equal((await one.page(0)).title, '甲');
});
