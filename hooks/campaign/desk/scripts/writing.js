// What helps to write: tools above the texts of a form, those too that come with an item that is
// added; a place for files; what fields may name; and what can be seen around the form.
import { takeFiles } from './dropping.js';
import { lookAround } from './looking.js';
import { takePastes } from './pasting.js';
import { element } from './picker.js';
import { followChoices } from './references.js';
import { equip, topOf } from './toolbar.js';

const TEXTS = 'textarea:is([data-widget="body"], [data-widget="markdown"]):not([data-has-tools])';

function equipAll() {
  for (const area of document.querySelectorAll(TEXTS)) {
    if (!(area instanceof HTMLTextAreaElement)) continue;
    area.dataset.hasTools = '';
    const words = element('p', { class: 'writing__words', role: 'status' });
    equip(area, words);
    takePastes(area, topOf(area), words);
  }
}

takeFiles();
const form = document.getElementById('sheet');
if (form instanceof HTMLFormElement) {
  equipAll();
  lookAround(form);
  followChoices(form);
  new MutationObserver(equipAll).observe(form, { childList: true, subtree: true });
}
