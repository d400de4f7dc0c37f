// How texts and queries are made alike: width, case, traditional characters, brackets.

/** @typedef {(text: string) => string} Fold */

/**
 * One character for one, so that a place in the result is the same place in the text.
 * @param {string} pairs traditional characters, each before its simplified one
 * @returns {Fold}
 */
export function folding(pairs) {
  const variants = new Map(pairs.match(/../gu)?.map((pair) => /** @type {[string, string]} */ ([...pair])));
  // No keyboard has the brackets of document numbers: any others stand for them.
  for (const sign of '（(［[【') variants.set(sign.normalize('NFKC'), '〔');
  for (const sign of '）)］]】') variants.set(sign.normalize('NFKC'), '〕');
  return (text) => text.replace(/[\p{L}\p{N}\p{Ps}\p{Pe}]/gu, (sign) => {
    const plain = sign.normalize('NFKC').toLowerCase();
    return plain.length !== sign.length ? sign : variants.get(plain) ?? plain;
  });
}
