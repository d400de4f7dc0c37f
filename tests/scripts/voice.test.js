import assert from 'node:assert/strict';
import test from 'node:test';

import { chinese, spoken } from '../../hooks/theme/scripts/voice.js';

const voice = (lang, localService = true) => ({ lang, localService });

test('a voice of this device reads, one of the mainland before others', () => {
  const [taiwan, mainland] = [voice('zh-TW'), voice('zh-CN')];
  assert.equal(chinese([voice('en-US'), taiwan, mainland]), mainland);
  assert.equal(chinese([taiwan]), taiwan);
  assert.equal(chinese([voice('cmn_Hans_CN')])?.lang, 'cmn_Hans_CN');
});

test('no voice over the network and none of another language ever reads', () => {
  assert.equal(chinese([voice('zh-CN', false), voice('en-CN'), voice('zha-CN')]), undefined);
  assert.equal(chinese([]), undefined);
});

test('a text begins without a pause, and its spaces are single', () => {
  assert.equal(spoken('，\n 一、  形势，任务 \n'), '一、 形势，任务');
});
