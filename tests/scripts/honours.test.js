import assert from 'node:assert/strict';
import test from 'node:test';

import {
  countWords, csv, day, fitting, ordered, orderOf, plain, unpacked,
} from '../../hooks/theme/scripts/roll/honours.js';

const DATA = {
  on: '2026-06-30',
  districts: [['east', '东街', ''], ['xi', '西县', ''], ['west', '西镇', 'xi']],
  levels: [['city', '市级'], ['street', '镇街级']],
  subjects: [
    ['百花园社区', 'baihuayuan', 'east', "Bai Hua Yuan She Qu"],
    ['西安里社区', 'xianli', 'west', 'Xi An Li She Qu'],
    ['=公式社区', '', '', 'Gong Shi She Qu'],
  ],
  kinds: [['model', '文明社区', 'city'], ['site', '示范点', 'street']],
  states: [['active', 'valid', 0], ['ended', 'delisted', 2]],
  counted: ['有效', '推荐和公示中', '不再有效'],
  batches: ['第一批', ''],
  words: ['有效', '已摘牌'],
  rows: {
    subject: [1, 0, 2, 1],
    kind: [0, 0, 1, 1],
    batch: [0, 0, 1, 1],
    named: [20251105, 20240301, 0, 20250101],
    review: [20281105, 0, 0, 0],
    state: [0, 1, 0, 0],
    words: [0, 1, 0, 0],
    anchor: ['', 'baihuayuan-2024', 'formula', ''],
  },
};
const ALL = unpacked(DATA);
const names = (items) => items.map(({ subject, kind }) => `${subject.name.slice(0, 3)} ${kind}`);
const ranks = (items) => items.map(({ rank }) => rank);

test('a row of numbers is an honour in words', () => {
  const [first, second, third] = ALL;
  assert.deepEqual(
    [first.subject.name, first.title, first.levelName, first.place, first.year, first.batch, first.words, first.look, first.state],
    ['西安里社区', '文明社区', '市级', '西镇', '2025', '第一批', '有效', 'active', 'valid'],
  );
  assert.deepEqual([first.anchor, second.anchor], ['xianli', 'baihuayuan-2024']);
  assert.deepEqual([third.place, third.year, third.batch], ['', '', '']);
});

test('who asks for a county gets the honours of the towns in it', () => {
  assert.deepEqual(ranks(fitting(ALL, { district: 'xi' }, '')), [0, 3]);
  assert.deepEqual(ranks(fitting(ALL, { district: 'west' }, '')), [0, 3]);
  assert.deepEqual(ranks(fitting(ALL, { district: 'east' }, '')), [1]);
});

test('an honour stands on the page of its kind, or on a further sheet of it', () => {
  assert.deepEqual(ALL.map(({ page }) => page), ['model', 'model', 'site', 'site']);
  const sheets = unpacked({ ...DATA, rows: { ...DATA.rows, sheet: [1, 2, 1, 3] } });
  assert.deepEqual(sheets.map(({ page }) => page), ['model', 'model_2', 'site', 'site_3']);
});

test('honours are counted in words, each as what it is', () => {
  assert.equal(countWords(DATA.counted, ALL), '有效 3 项，不再有效 1 项');
  assert.equal(countWords(DATA.counted, []), '');
});

test('a day is written with hyphens', () => assert.equal(day(20251105), '2025-11-05'));

test('width, case, spaces and apostrophes of a query do not count', () => {
  assert.equal(plain(" Xi'AN ’Ｌ i"), 'xianli');
});

test('a name is found by its characters, its initials, and its pinyin from any syllable on', () => {
  const found = (query) => names(fitting(ALL, {}, query));
  assert.deepEqual(found('百花'), ['百花园 model']);
  assert.deepEqual(found('bhy'), ['百花园 model']);
  assert.deepEqual(found('huay'), ['百花园 model']);
  assert.deepEqual(found("Xi'an"), ['西安里 model', '西安里 site']);
  assert.deepEqual(found('uayuan'), []);
  assert.equal(found(' ').length, ALL.length);
});

test('every wanted value must fit, and an empty one asks for nothing', () => {
  const found = (wanted, query = '') => ranks(fitting(ALL, wanted, query));
  assert.deepEqual(found({ level: 'city' }), [0, 1]);
  assert.deepEqual(found({ level: 'city', state: 'delisted' }), [1]);
  assert.deepEqual(found({ district: 'west', kind: 'site' }), [3]);
  assert.deepEqual(found({ year: '2025', level: '', kind: '' }), [0, 3]);
  assert.deepEqual(found({ year: '2025' }, 'bai'), []);
});

test('the roll, pinyin and days are orders, each in both directions', () => {
  const found = (...how) => ranks(ordered(ALL, ...how));
  assert.deepEqual(found('level', false), [0, 1, 2, 3]);
  assert.deepEqual(found('level', true), [3, 2, 1, 0]);
  assert.deepEqual(found('pinyin', false), [1, 0, 3, 2]);
  assert.deepEqual(found('pinyin', true), [2, 3, 0, 1]);
});

test('without a day an honour comes last, whichever way', () => {
  assert.deepEqual(ranks(ordered(ALL, 'named', false)), [1, 3, 0, 2]);
  assert.deepEqual(ranks(ordered(ALL, 'named', true)), [0, 3, 1, 2]);
});

test('ordering leaves the list as it was', () => {
  ordered(ALL, 'pinyin', true);
  assert.deepEqual(ranks(ALL), [0, 1, 2, 3]);
});

test('an address names an order, and nothing else is one', () => {
  assert.deepEqual(orderOf('-named'), { order: 'named', down: true });
  assert.deepEqual(orderOf('pinyin'), { order: 'pinyin', down: false });
  for (const text of [null, '', '--named', 'name', 'named ', 'constructor']) assert.equal(orderOf(text), null, text);
});

test('the file has a heading, a line an honour, and no formulas', () => {
  const lines = csv(ALL).split('\r\n');
  assert.equal(lines[0], '获得者,镇街,级别,荣誉,批次,命名日期,状态,下次复查');
  assert.equal(lines[1], '西安里社区,西镇,市级,文明社区,第一批,2025-11-05,有效,2028-11-05');
  assert.equal(lines[3], "'=公式社区,,镇街级,示范点,,,有效,");
  assert.deepEqual([lines.length, lines.at(-1)], [6, '']);
});

test('no value of the file runs in a spreadsheet or breaks a line', () => {
  const [item] = ALL;
  const written = (name) => csv([{ ...item, subject: { ...item.subject, name } }]).split('\r\n').slice(1).join('\r\n');
  for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t']) assert.ok(written(`${sign}1`).startsWith(`'${sign}1,`), sign);
  assert.ok(written('一,"二"\n三').startsWith('"一,""二""\n三",'));
  assert.ok(written(' ＝1+1').startsWith("' ＝1+1,"));
  assert.ok(written('\r=1').startsWith('"\'\r=1",'));
});
