// Which voice reads Chinese aloud. One over the network would send the text away: never used.

/**
 * One of this device, from the mainland where there is one.
 * @template {{ lang: string, localService: boolean }} Voice
 * @param {Voice[]} voices
 * @returns {Voice | undefined}
 */
export function chinese(voices) {
  const local = voices.filter((voice) => voice.localService && /^(zh|cmn)\b/i.test(voice.lang.replace('_', '-')));
  return local.find((voice) => /cn|hans/i.test(voice.lang)) ?? local[0];
}

/**
 * Text as it is spoken: no pause before it, and no blank behind.
 * @param {string} text
 */
export const spoken = (text) => text.replace(/\s+/g, ' ').replace(/^[，\s]+|\s+$/g, '');
