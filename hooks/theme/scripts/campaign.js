// What every page loads. A part that fails leaves the others alone.
import { drawer } from './drawer.js';
import { leaving } from './leaving.js';
import { printing } from './print.js';
import { readAloud } from './read-aloud.js';
import { opener } from './search/opener.js';
import { viewer } from './viewer.js';

for (const start of [drawer, viewer, leaving, opener, readAloud, printing]) {
  try {
    start();
  } catch (error) {
    setTimeout(() => { throw error; }); // told like any other
  }
}
