import assert from 'node:assert/strict';
import test from 'node:test';

import { arranged, isRight, told, wrong } from '../../hooks/theme/scripts/quiz/score.js';

const ONE = { kind: 'choice', keys: ['B'] };
const SEVERAL = { kind: 'multiple', keys: ['A', 'C'] };
const ORDER = { kind: 'order', keys: ['C', 'A', 'B'] };

test('one right answer is that one and no other', () => {
  assert.equal(isRight(ONE, ['B']), true);
  for (const given of [[], ['A'], ['A', 'B']]) assert.equal(isRight(ONE, given), false, given.join());
  assert.equal(isRight({ kind: 'true_false', keys: ['对'] }, ['对']), true);
});

test('of several answers all are asked and none besides, in any order', () => {
  for (const given of [['A', 'C'], ['C', 'A']]) assert.equal(isRight(SEVERAL, given), true);
  for (const given of [['A'], ['A', 'B'], ['A', 'B', 'C']]) assert.equal(isRight(SEVERAL, given), false);
});

test('an order is right only as it is', () => {
  assert.equal(isRight(ORDER, ['C', 'A', 'B']), true);
  assert.equal(isRight(ORDER, ['A', 'B', 'C']), false);
});

test('places make an order when each is given once', () => {
  assert.deepEqual(arranged([['A', 2], ['B', 3], ['C', 1]]), ['C', 'A', 'B']);
  for (const places of [[['A', 1], ['B', 1]], [['A', 0], ['B', 1]], [['A', 2], ['B', 3]]]) {
    assert.deepEqual(arranged(places), []);
  }
});

test('what is wrong is named by its place', () => {
  assert.deepEqual(wrong([ONE, SEVERAL, ORDER], [['B'], ['A'], []]), [1, 2]);
  assert.deepEqual(wrong([ONE], [['B']]), []);
});

test('a result is told in words', () => {
  assert.deepEqual([told(4, 4, 0), told(4, 3, 0), told(4, 1, 2)], ['4 题全对', '4 题答对 3 题', '4 题答对 1 题，2 题没有答']);
});
