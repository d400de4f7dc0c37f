import assert from 'node:assert/strict';
import test from 'node:test';

import { folding } from '../../hooks/theme/scripts/search/fold.js';
import {
  excerpt, holds, rank, ranked, split, wordsOf,
} from '../../hooks/theme/scripts/search/matching.js';

const fold = folding('區区');
const page = (title, text = '', spelling = '') => ({ path: title, title, text, spelling, date: '', filters: {} });
const XINGFULI = page('幸福里社区', '路灯亮了。', 'xingfulishequ xflsq');

test('a query is cut at spaces and quotation marks, folded', () => {
  assert.deepEqual(split(fold, ' “幸福里” ＡＢ\t"社區" '), ['幸福里', 'ab', '社区']);
  assert.deepEqual(split(fold, '  '), []);
  assert.deepEqual(split(fold, "lu'an Xi’an '26"), ['luan', 'xian', "'26"]);
});

test('a page holds a term by its title, its text or its spelling', () => {
  for (const term of ['幸福', '路灯', 'xing', 'xfl']) assert.ok(holds(fold, XINGFULI, term), term);
  for (const term of ['路障', 'fuli', 'flsq']) assert.ok(!holds(fold, XINGFULI, term), term);
});

test('no term is found across the end of the title', () => {
  assert.ok(!holds(fold, XINGFULI, '社区路灯'));
});

test('the title itself comes before a title that begins so or holds it, a text, and others', () => {
  assert.equal(rank(fold, page('幸福里社區'), ['幸福里社区']), 0);
  assert.equal(rank(fold, page('幸福里 社区'), ['幸福里', '社区']), 0);
  assert.equal(rank(fold, XINGFULI, ['xing', 'fuli']), 1);
  assert.equal(rank(fold, XINGFULI, ['社区', '幸福']), 1);
  assert.equal(rank(fold, XINGFULI, ['路灯']), 2);
  assert.equal(rank(fold, XINGFULI, ['路灯', '幸福']), 2);
  assert.equal(rank(fold, XINGFULI, ['路灯', '井盖']), 3);
});

test('only the first name of a page ranks by its spelling; further ones are as good as text', () => {
  const both = page('两社区', '', 'liangshequ lsq xingfuli xfl');
  assert.equal(rank(fold, both, ['lsq']), 1);
  assert.equal(rank(fold, both, ['xfl']), 2);
});

test('pages alike stay in the order in which they came', () => {
  const pages = ['甲', '路灯', '乙', '新路灯', '路灯坏了'].map((title) => page(title, '路灯'));
  assert.deepEqual(ranked(fold, pages, ['路灯']).map(({ title }) => title), ['路灯', '新路灯', '路灯坏了', '甲', '乙']);
});

test('a page stands before its parts where several are as good', () => {
  const part = (name, title) => ({ ...page(title, '路线'), path: `list#${name}` });
  const list = { ...page('示范点', '参观路线'), path: 'list' };
  const names = (pages, term) => ranked(fold, pages, [term]).map(({ path }) => path);
  const [one, other] = [part('a', '甲社区参观路线'), part('b', '乙社区参观路线')];
  assert.deepEqual(names([list, one, other], '参观路线'), ['list', 'list#a', 'list#b']);
  assert.deepEqual(names([list, one], '参观路线'), ['list#a', 'list']);
});

test('a term is cut into words', () => {
  assert.deepEqual(wordsOf('社区，志愿'), ['社区', '志愿']);
});

// Excerpts

const shown = (pieces) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

test('a short text is shown whole, its hits marked as they are written', () => {
  assert.equal(shown(excerpt(fold, '老社區的路灯', ['社区', '路灯'])), '老[社區]的[路灯]');
});

test('a long text is shown where most terms stand', () => {
  const text = `${'前'.repeat(200)}路灯${'中'.repeat(200)}路灯和井盖${'后'.repeat(200)}`;
  const found = shown(excerpt(fold, text, ['路灯', '井盖']));
  assert.match(found, /^…中+\[路灯\]和\[井盖\]后+…$/);
  assert.equal(found.replace(/[…[\]]/g, '').length, 110);
});

test('of two places alike, prose is shown before the rows of a table', () => {
  const row = `路灯 31 ${'甲 乙 丙 '.repeat(40)}`;
  const prose = `${'字'.repeat(60)}，路灯坏了，有人报修，当天修好。${'字'.repeat(60)}`;
  assert.match(shown(excerpt(fold, row + prose, ['路灯'])), /\[路灯\]坏了，有人报修/);
});

test('a number is a name that any part of it finds', () => {
  const numbered = page('意见', '', '和创指〔2026〕4号');
  assert.ok(holds(fold, numbered, '〔2026〕4号'));
  assert.ok(!holds(fold, numbered, '5号'));
});

test('without a hit the beginning is shown', () => {
  assert.equal(shown(excerpt(fold, '字'.repeat(200), ['路灯'])), `${'字'.repeat(110)}…`);
  assert.equal(shown(excerpt(fold, '字'.repeat(110), [])), '字'.repeat(110));
});

test('pieces put together are the text', () => {
  const text = '社区里社社区，路灯';
  for (const terms of [['社区'], ['社', '社区'], ['区里', '里社'], []]) {
    assert.equal(excerpt(fold, text, terms).map((piece) => piece.text).join(''), text);
  }
});
