import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { tokens } from '../../hooks/theme/scripts/search/tokens.js';

const CASES = JSON.parse(readFileSync(new URL('../search/tokens.json', import.meta.url), 'utf8'));

for (const [term, expected] of Object.entries(CASES)) {
  test(`${term} is asked for as texts are taken apart`, () => {
    const found = term.split(' ').flatMap(tokens).map(({ text }) => text);
    assert.deepEqual(found, expected);
  });
}

test('a word at the end may go on, and so may a single sign', () => {
  const open = (term) => tokens(term).filter(({ isOpen }) => isOpen).map(({ text }) => text);
  assert.deepEqual(open('xingfu'), ['xingfu']);
  assert.deepEqual(open('灯'), ['灯']);
  assert.deepEqual(open('路灯2026'), ['2026']);
  assert.deepEqual(open('2026年'), []);
  assert.deepEqual(open('x'), []);
  assert.deepEqual(open('路灯，坏'), []);
});
