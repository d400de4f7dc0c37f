// The order of a column of numbers in which some are not known.

/**
 * The places of the ranks in their order, equal ones as they stand; what is not known comes last.
 * @param {string[]} ranks
 * @param {boolean} down
 */
export function sorted(ranks, down) {
  const places = ranks.map((_, place) => place);
  return places.sort((one, other) => {
    const [a, b] = [ranks[one], ranks[other]];
    if (!a || !b) return Number(!a) - Number(!b) || one - other;
    return (down ? Number(b) - Number(a) : Number(a) - Number(b)) || one - other;
  });
}
