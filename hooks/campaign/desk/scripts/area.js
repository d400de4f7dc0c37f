// A text that somebody writes, and one edit of it that the browser can take back.

/** @typedef {import('./edits.js').Edit} Edit */

/**
 * The text of a field and what is selected in it.
 * @param {HTMLTextAreaElement} area
 */
export function selectedIn(area) {
  return { text: area.value, start: area.selectionStart, end: area.selectionEnd };
}

/**
 * Make an edit as if somebody had typed it: so the browser's own undo takes it back.
 * @param {HTMLTextAreaElement} area
 * @param {Edit} edit
 */
export function apply(area, edit) {
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  const isGone = !edit.text && edit.from < edit.to;
  const isDone = isGone
    ? document.execCommand('delete')
    : document.execCommand('insertText', false, edit.text);
  if (!isDone && (edit.text || isGone)) { // a browser without that command: it cannot take it back
    area.setRangeText(edit.text, edit.from, edit.to);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(edit.start, edit.end);
}
