import assert from 'node:assert/strict';
import test from 'node:test';

import { folding } from '../../hooks/theme/scripts/search/fold.js';

const fold = folding('區区號号');

test('width and case do not count', () => {
  assert.equal(fold('ＡＢＣ１２３'), 'abc123');
  assert.equal(fold('Xing Fu'), 'xing fu');
});

test('traditional characters are read as their simplified ones', () => {
  assert.equal(fold('社區4號'), '社区4号');
});

test('any brackets stand for those of a document number', () => {
  for (const written of ['（2026）4号', '(2026)4号', '［2026］4号', '[2026]4号', '【2026】4号', '〔2026〕4号']) {
    assert.equal(fold(written), '〔2026〕4号', written);
  }
});

test('one character stands for one: a place in the result is the same place in the text', () => {
  for (const text of ['ﬁ全文㍿', 'İstanbul', '𠮷野家，ＡＢ', '①②', '½']) {
    assert.equal(fold(text).length, text.length, text);
  }
});

test('what is no letter, number or bracket stays', () => {
  assert.equal(fold('“一”，二。：；'), '“一”，二。：；');
});

test('without variants nothing but width, case and brackets changes', () => {
  assert.equal(folding('')('區Ａ（'), '區a〔');
});
