// Whether answers are right, and what is said of them. Nothing here touches the page.

/** @typedef {'choice' | 'multiple' | 'true_false' | 'order'} Kind */
/** @typedef {object} Question @property {Kind} kind @property {string[]} keys the right answer */

/**
 * Whether an answer is right: of several the order says nothing, unless it is what is asked.
 * @param {Question} question
 * @param {string[]} given
 */
export function isRight({ kind, keys }, given) {
  if (given.length !== keys.length) return false;
  const [right, found] = kind === 'order' ? [keys, given] : [[...keys].sort(), [...given].sort()];
  return right.every((key, place) => key === found[place]);
}

/**
 * The options in the order of the places that were given to them; nothing while a place is
 * missing or given twice.
 * @param {[key: string, place: number][]} places
 */
export function arranged(places) {
  const found = [...places].sort((a, b) => a[1] - b[1]);
  return found.every(([, place], index) => place === index + 1) ? found.map(([key]) => key) : [];
}

/**
 * The places of the questions that were answered wrong, or not at all.
 * @param {Question[]} questions
 * @param {string[][]} given
 */
export function wrong(questions, given) {
  return questions.flatMap((question, place) => (isRight(question, given[place]) ? [] : [place]));
}

/**
 * What is said of a result.
 * @param {number} count of questions
 * @param {number} right
 * @param {number} open those without an answer
 */
export function told(count, right, open) {
  const rest = open ? `，${open} 题没有答` : '';
  return right === count ? `${count} 题全对` : `${count} 题答对 ${right} 题${rest}`;
}
