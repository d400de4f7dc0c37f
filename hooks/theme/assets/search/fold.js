// How texts and queries are made alike: width, case, traditional characters, brackets.
(() => {
  'use strict';

  const search = window.campaignSearch;
  const variants = new Map(search.variants.match(/../gu)?.map((pair) => [...pair]));
  // No keyboard has the brackets of document numbers: any others stand for them.
  for (const sign of '（(［[【') variants.set(sign.normalize('NFKC'), '〔');
  for (const sign of '）)］]】') variants.set(sign.normalize('NFKC'), '〕');
  // One character for one, so that a place in the result is the same place in the text.
  search.fold = (text) => text.replace(/[\p{L}\p{N}\p{Ps}\p{Pe}]/gu, (sign) => {
    const plain = sign.normalize('NFKC').toLowerCase();
    return plain.length !== sign.length ? sign : variants.get(plain) ?? plain;
  });
})();
