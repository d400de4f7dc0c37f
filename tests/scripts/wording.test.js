import assert from 'node:assert/strict';
import test from 'node:test';

import { heard, numbered, parts, slipped, slots, wantsNewest } from '../../hooks/theme/scripts/search/wording.js';

for (const written of [
  '和创指2026 4号', '和创指2026年4号', '和创指〔2026〕4号', '和创指 2026 第4号', '和创指2026-4', '和创指2026年第4号', '和创指2026·4号',
]) {
  test(`${written} is a document's number`, () => assert.equal(numbered(written), '和创指〔2026〕4号'));
}

for (const written of ['2026年4月9日', '2026年', '4号', '0000-6202347', '2026 4号楼', '1998年3月4号']) {
  test(`${written} is none`, () => assert.equal(numbered(written), written));
}

const shown = (found) => found.map(({ ways }) => ways.map((way) => way.map(({ text }) => text).join('+')).join('|'));

test('known words are one thing each, in whichever words; of others each pair is', () => {
  const synonyms = [['老人', '老年人'], ['吃饭', '助餐']];
  assert.deepEqual(shown(slots(['老人吃饭'], synonyms)), ['老人|老年+年人', '吃饭|助餐']);
  assert.deepEqual(shown(slots(['老人', '夜校'], synonyms)), ['老人|老年+年人', '夜校']);
});

test('the words of a question are none that pages would have', () => {
  assert.deepEqual(shown(slots(['夜校在哪里'], [])), ['夜校']);
  assert.deepEqual(shown(slots(['怎么样'], [])), ['怎么', '么样']);
});

test('a pair across two words tells less than one within', () => {
  const [first, across, last] = slots(['社区服务'], []);
  assert.equal(first.weight, last.weight);
  assert.ok(across.weight < first.weight);
});

test('who asks for the newest is understood', () => {
  assert.ok(wantsNewest(['最新讲话']));
  assert.ok(wantsNewest(['今年摘牌']));
  assert.ok(!wantsNewest(['讲话']));
  assert.ok(wantsNewest(['最新讲话']), 'and again');
  assert.deepEqual(shown(slots(['最新讲话'], [])), ['讲话']);
});

test('what is marked is what may stand there, longest first', () => {
  assert.deepEqual(parts(['老人吃饭'], [['老人', '老年人'], ['吃饭', '助餐']]), ['老人吃饭', '老人', '吃饭', '助餐']);
});

test('terms are heard pair by pair', () => {
  const readings = new Map([['幸', 'xing'], ['福', 'fu'], ['里', 'li']]);
  assert.deepEqual(heard(readings, ['幸福里', 'a', '里', '福〇']), ["xing'fu", "fu'li", "fu'〇"]);
});

test('one letter of a name may be missing, too many or another', () => {
  for (const term of ['xinfuli', 'xinggfuli', 'xingfuki', 'xingfulishequ']) assert.ok(slipped(term, 'xingfulishequ'), term);
  for (const term of ['xinfulo', 'beita']) assert.ok(!slipped(term, 'xingfulishequ'), term);
});
