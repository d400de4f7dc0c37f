// What is pasted out of Word, WPS, Excel, WeChat or a web page: the desk makes Markdown of it. The
// text as it was copied and the slips put right in it are two edits, so that one undo takes back
// the second alone.
import { apply, selectedIn } from './area.js';
import { insertion, levelAbove, notes, passage } from './edits.js';

/** @typedef {{ text: string, tidied: string, remarks: string[], mends: string[] }} Pasted */

const LARGEST = 3_000_000; // characters of HTML that the desk takes
const PICTURE = '图片不能直接粘贴：请先把照片加进相册，再用“照片”放到这里。';
const CLOSED = '编辑台没有回答，粘贴的是没有格式的文字。';
const MENDED = '已整理（不要整理，按一次 Ctrl+Z）：';

/**
 * The Markdown of copied HTML; nothing when the desk does not answer.
 * @param {string} html
 * @param {HTMLTextAreaElement} area
 * @param {number} top
 * @returns {Promise<Pasted | null>}
 */
async function asked(html, area, top) {
  const token = area.form?.elements.namedItem('token');
  const { text, start } = selectedIn(area);
  const body = new URLSearchParams({
    token: token instanceof HTMLInputElement ? token.value : '',
    html,
    top: String(top),
    above: String(levelAbove(text.slice(0, start))),
    notes: String(notes(text)),
  });
  try {
    const answer = await fetch('/-/desk/paste', { method: 'POST', body });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * Put what was pasted into the text.
 * @param {HTMLTextAreaElement} area
 * @param {Pasted} pasted
 */
function put(area, { text, tidied }) {
  const edit = passage(selectedIn(area), text);
  apply(area, edit);
  if (tidied === text) return;
  const from = edit.from + edit.text.indexOf(text);
  apply(area, { from, to: from + text.length, text: tidied, start: from + tidied.length, end: from + tidied.length });
}

/**
 * Take over what is pasted into a text.
 * @param {HTMLTextAreaElement} area
 * @param {number} top the level of its highest headings
 * @param {HTMLElement} words where the outcome is told
 */
export function takePastes(area, top, words) {
  area.addEventListener('paste', async (event) => {
    const board = event.clipboardData;
    const html = board?.getData('text/html') ?? '';
    const plain = board?.getData('text/plain') ?? '';
    words.textContent = '';
    if (!html.trim()) {
      if (!plain && board?.files.length) words.textContent = PICTURE;
      return;
    }
    event.preventDefault();
    area.readOnly = true; // what is typed meanwhile would stand elsewhere
    const pasted = html.length > LARGEST ? null : await asked(html, area, top);
    area.readOnly = false;
    if (pasted?.text) put(area, pasted);
    else if (plain) apply(area, insertion(selectedIn(area), plain.replace(/\r\n?/g, '\n')));
    const mends = pasted?.mends.length ? [MENDED + pasted.mends.join('；')] : [];
    words.textContent = pasted ? [...pasted.remarks, ...mends].join('\n') : CLOSED;
  });
}
