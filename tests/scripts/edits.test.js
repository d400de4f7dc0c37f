import assert from 'node:assert/strict';
import test from 'node:test';

import {
  block, bold, footnote, heading, insertion, levelAbove, link, list, notes, passage, table,
} from '../../hooks/campaign/desk/scripts/edits.js';

/** A text whose selection stands between two bars: `前|选中|后`. */
const selected = (marked) => {
  const start = marked.indexOf('¦');
  const bare = marked.replace('¦', '');
  const end = bare.indexOf('¦');
  return end < 0 ? { text: bare, start, end: start } : { text: bare.replace('¦', ''), start, end };
};

/** The text after an edit, with the bars where the selection is then. */
const after = (marked, change) => {
  const { text } = selected(marked);
  const { from, to, text: words, start, end } = change(selected(marked));
  const made = text.slice(0, from) + words + text.slice(to);
  return start === end
    ? `${made.slice(0, start)}¦${made.slice(start)}`
    : `${made.slice(0, start)}¦${made.slice(start, end)}¦${made.slice(end)}`;
};

const CASES = [
  ['the first heading', (s) => heading(s, 1, 2), '先看¦路', '## 一、先看路¦'],
  ['the next one', (s) => heading(s, 1, 2), '## 一、甲\n\n正文。\n\n乙¦', '## 一、甲\n\n正文。\n\n## 二、乙¦'],
  ['below a paragraph', (s) => heading(s, 2, 2), '## 一、甲\n正文。\n乙¦\n再写。', '## 一、甲\n正文。\n\n### （一）乙¦\n\n再写。'],
  ['counted anew below another', (s) => heading(s, 2, 2), '## 一、甲\n\n### （一）子\n\n## 二、乙\n\n丑¦', '## 一、甲\n\n### （一）子\n\n## 二、乙\n\n### （一）丑¦'],
  ['of another level', (s) => heading(s, 3, 2), '## 一、甲¦', '#### 1.甲¦'],
  ['taken back', (s) => heading(s, 1, 2), '## 一、¦甲', '甲¦'],
  ['the eleventh', (s) => heading(s, 1, 2), `${'## 甲\n\n'.repeat(10)}乙¦`, `${'## 甲\n\n'.repeat(10)}## 十一、乙¦`],
  ['lower in a record', (s) => heading(s, 1, 4), '甲¦', '#### 一、甲¦'],
  ['a year is no number', (s) => heading(s, 3, 2), '1.5万人¦', '#### 1.1.5万人¦'],
  ['bold words', bold, '请¦马上¦办', '请¦**马上**¦办'],
  ['bold without the blanks', bold, '请¦ 马上 ¦办', '请 ¦**马上**¦ 办'],
  ['bold no longer', bold, '请**¦马上¦**办', '请¦马上¦办'],
  ['bold no longer, marks selected', bold, '请¦**马上**¦办', '请¦马上¦办'],
  ['bold line by line', bold, '¦- 甲\n\n## 乙¦', '¦- **甲**\n\n## **乙**¦'],
  ['bold to be written', bold, '请¦办', '请**¦加粗的字¦**办'],
  ['a list of lines', list, '下面：\n¦甲\n乙¦\n完。', '下面：\n\n- 甲\n- 乙¦\n\n完。'],
  ['a list no longer', list, '¦- 甲\n- 乙¦', '甲\n乙¦'],
  ['an item more', list, '- 甲\n¦', '- 甲\n- ¦'],
  ['a link with words', (s) => link(s, 'community:beta'), '去¦那 里¦看', '去[那 里](community:beta)¦看'],
  ['a link that takes the name', (s) => link(s, 'community:beta'), '去¦看', '去[](community:beta)¦看'],
  ['a figure', (s) => insertion(s, '[](indicator:rate)'), '有¦多少¦。', '有[](indicator:rate)¦。'],
  ['a photo below its paragraph', (s) => block(s, '[[photo id=a/b]]'), '甲¦甲。\n乙。', '甲甲。\n\n[[photo id=a/b]]¦\n\n乙。'],
  ['a photo on an empty line', (s) => block(s, '[[photo id=a/b]]'), '甲。\n\n¦\n\n乙。', '甲。\n\n[[photo id=a/b]]¦\n\n乙。'],
  ['copied words on a line', (s) => passage(s, '**甲**'), '前¦旧¦后', '前**甲**¦后'],
  ['copied paragraphs', (s) => passage(s, '甲\n\n乙'), '前¦后', '前\n\n甲\n\n乙¦\n\n后'],
  ['a copied heading', (s) => passage(s, '## 甲'), '前\n¦', '前\n\n## 甲¦'],
  ['a table of what has tabs', table, '¦甲\t1|2\n乙¦', '| 甲 | 1\\|2 |\n| --- | --- |\n| 乙 |  |¦'],
  ['an empty table', table, '甲。¦', '甲。\n\n| ¦项目¦ | 数量 |\n| --- | --- |\n|  |  |\n|  |  |'],
  ['the first note', footnote, '数字¦不变。\n', '数字[^1]不变。\n\n[^1]: ¦'],
  ['the next note', footnote, '甲[^1]乙¦\n\n[^1]: 台账', '甲[^1]乙[^2]\n\n[^1]: 台账\n[^2]: ¦'],
];

for (const [name, change, before, wanted] of CASES) {
  test(name, () => assert.equal(after(before, change), wanted));
}

test('what is above a place is known', () => {
  assert.equal(levelAbove('## 一、甲\n\n### （一）乙\n\n正文'), 3);
  assert.equal(levelAbove('正文'), 0);
  assert.equal(notes('甲[^2]乙[^11]'), 11);
});
