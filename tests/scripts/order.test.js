import assert from 'node:assert/strict';
import test from 'node:test';

import { sorted } from '../../hooks/theme/scripts/matrix/order.js';

test('numbers are sorted as numbers, equal ones stay as they stand', () => {
  assert.deepEqual(sorted(['10', '9', '9', '100'], false), [1, 2, 0, 3]);
  assert.deepEqual(sorted(['10', '9', '9', '100'], true), [3, 0, 1, 2]);
});

test('zero is a number, and what is not known comes last both ways', () => {
  assert.deepEqual(sorted(['', '1', '0', ''], false), [2, 1, 0, 3]);
  assert.deepEqual(sorted(['', '1', '0', ''], true), [1, 2, 0, 3]);
});
