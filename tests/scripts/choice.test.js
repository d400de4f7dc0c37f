import assert from 'node:assert/strict';
import test from 'node:test';

import { addressed, asked, lines, told } from '../../hooks/theme/scripts/comparison/choice.js';

const KNOWN = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, id]));

test('an address asks for communities that exist, none twice, as many as there is room for', () => {
  assert.deepEqual(asked('?c=b,a', KNOWN, 4), ['b', 'a']);
  assert.deepEqual(asked('?c=a,a,x,b', KNOWN, 4), ['a', 'b']);
  assert.deepEqual(asked('?c=e,d,c,b,a', KNOWN, 4), ['e', 'd', 'c', 'b']);
  for (const search of ['', '?c=', '?d=a', '?c=,,']) assert.deepEqual(asked(search, KNOWN, 4), [], search);
});

test('the address names what was chosen, with commas, and keeps the rest of itself', () => {
  assert.equal(addressed('https://example.org/?elder=1#x', ['a', 'b']), 'https://example.org/?elder=1&c=a,b#x');
  assert.equal(addressed('https://example.org/?c=a,b', ['c']), 'https://example.org/?c=c');
  assert.equal(addressed('https://example.org/?c=a', []), 'https://example.org/');
});

test('what an address says is what it asks for', () => {
  assert.deepEqual(asked(new URL(addressed('https://example.org/', ['c', 'a'])).search, KNOWN, 4), ['c', 'a']);
});

test('a fact that is known of nobody has no line', () => {
  const chosen = [['a', '甲', 0, ['—', '1 户', ['40%', true]]], ['b', '乙', 0, ['—', '—', '—']]];
  assert.deepEqual(lines(['面积', '户数', '达标'], chosen), [
    { heading: '户数', values: ['1 户', '—'] },
    { heading: '达标', values: [['40%', true], '—'] },
  ]);
});

test('the page says how many are compared, and when one is missing', () => {
  assert.deepEqual([0, 1, 2, 4].map(told), [
    '选两到四个社区，并排来看', '已选一个，请再选一个', '正在对比 2 个社区', '正在对比 4 个社区',
  ]);
});
