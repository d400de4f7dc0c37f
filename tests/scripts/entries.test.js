import assert from 'node:assert/strict';
import test from 'node:test';

import { fitting, openOn, unpacked, weekday } from '../../hooks/theme/scripts/directory/entries.js';

const DATA = {
  tags: ['district-east', 'for-aged', 'fee-welfare'],
  communities: [['alpha', '甲社区'], ['beta', '乙社区']],
  entries: [
    [0, '老人理发', '福利', [0, 1, 2], 0b0000001, ['周一'], '0000-1'],
    [1, '午餐', '低偿', [0, 1], 0b1111111, ['每日'], ''],
    [1, '认门', '福利', [0, 2], -1, ['登记后一周内'], ''],
  ],
};
const ALL = unpacked(DATA);
const names = (found) => found.map(({ name }) => name);

test('an entry has its community and its tags', () => {
  assert.deepEqual(ALL[0], {
    id: 'alpha', community: '甲社区', name: '老人理发', mark: '福利',
    tags: ['district-east', 'for-aged', 'fee-welfare'], days: 1, words: ['周一'], phone: '0000-1',
  });
});

test('all tags and all words must fit', () => {
  assert.deepEqual(names(fitting(ALL, ['for-aged'], '')), ['老人理发', '午餐']);
  assert.deepEqual(names(fitting(ALL, ['for-aged', 'fee-welfare'], '')), ['老人理发']);
  assert.deepEqual(names(fitting(ALL, [], ' 乙社区  福利 ')), ['认门']);
  assert.deepEqual(names(fitting(ALL, [], '修车')), []);
});

test('what nobody can read by a program is neither open nor closed', () => {
  const monday = openOn(ALL, 0);
  assert.deepEqual([names(monday.open), monday.unread], [['老人理发', '午餐'], 1]);
  assert.deepEqual(names(openOn(ALL, 6).open), ['午餐']);
});

test('the day of the week is that of China', () => {
  assert.equal(weekday(Date.UTC(2026, 3, 20, 0)), 0);
  assert.equal(weekday(Date.UTC(2026, 3, 19, 15, 59)), 6);
  assert.equal(weekday(Date.UTC(2026, 3, 19, 16)), 0);
  assert.equal(weekday(Date.UTC(2026, 3, 26, 3)), 6);
});
