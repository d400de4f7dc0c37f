// The table of communities by standards: a column is sorted by its button, worst first, then best
// first, then as it was. Without this script the page has its orders as further pages.
import { button } from './shared/nodes.js';
import { sorted } from './matrix/order.js';

const ARIA = /** @type {const} */ ({ up: 'ascending', down: 'descending' });

/** @param {HTMLTableElement} table */
function sortable(table) {
  const bodies = [...table.tBodies];
  const before = bodies.map((body) => [...body.rows]);
  const rows = before.flat().filter((row) => !row.classList.contains('matrix__part'));
  /** @type {NodeListOf<HTMLTableCellElement>} */
  const heads = table.querySelectorAll('[data-sort]');

  /** @param {HTMLTableCellElement} head */
  function turn(head) {
    const now = head.getAttribute('aria-sort');
    const next = now === ARIA.up ? 'down' : now === ARIA.down ? null : 'up';
    for (const other of heads) other.removeAttribute('aria-sort');
    if (next) head.setAttribute('aria-sort', ARIA[next]);
    for (const body of bodies) body.replaceChildren();
    if (!next) {
      bodies.forEach((body, number) => body.append(...before[number]));
      return;
    }
    const column = Number(head.dataset.sort);
    const ranks = rows.map((row) => row.cells[column].dataset.rank ?? '');
    bodies[0]?.append(...sorted(ranks, next === 'down').map((place) => rows[place]));
  }

  for (const head of heads) {
    const name = head.querySelector('a')?.textContent ?? '';
    const made = button(head, 'matrix-sort', '↕', () => turn(head));
    made.setAttribute('aria-label', `按${name}排序`);
    head.querySelector('small')?.before(made);
  }
}

/** @type {NodeListOf<HTMLTableElement>} */
const tables = document.querySelectorAll('[data-matrix]');
for (const table of tables) sortable(table);
