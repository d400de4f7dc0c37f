// The page beside a form: as elders read it, and which other pages change, without a new page.

const ASKING = '正在比对……';
const CLOSED = '编辑台没有回答，可能已经关掉。';

/**
 * Large print, as the site's own switch makes it; here it is for this preview alone.
 * @param {HTMLIFrameElement} frame
 * @param {HTMLElement} button
 */
function enlarge(frame, button) {
  const apply = () => {
    const page = frame.contentDocument?.documentElement;
    if (!page) return;
    const isOn = button.getAttribute('aria-pressed') === 'true';
    page.toggleAttribute('data-elder', isOn);
    page.dataset.contrast = isOn ? 'high' : 'normal';
  };
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
    apply();
  });
  frame.addEventListener('load', () => {
    if (button.getAttribute('aria-pressed') === 'true') apply();
  });
}

/**
 * Ask which pages change, and show the answer in its place.
 * @param {HTMLFormElement} form
 */
async function ask(form) {
  const place = document.getElementById('reach');
  if (!place) return;
  const words = document.createElement('p');
  words.className = 'quiet';
  words.setAttribute('role', 'status');
  words.textContent = ASKING;
  place.querySelector('button')?.after(words);
  const data = new FormData(form);
  data.set('do', 'where');
  const body = new URLSearchParams(Array.from(data, ([name, value]) => [name, String(value)]));
  try {
    const answer = await fetch(location.href, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = page.getElementById('reach');
    if (!answer.ok || !found) throw new Error(answer.statusText);
    place.replaceChildren(...found.childNodes);
    place.querySelector('button')?.focus();
  } catch {
    words.textContent = CLOSED;
  }
}

/** @param {HTMLFormElement} form */
export function lookAround(form) {
  const frame = document.getElementById('look');
  const button = document.querySelector('[data-elder-look]');
  if (frame instanceof HTMLIFrameElement && button instanceof HTMLElement) enlarge(frame, button);
  form.addEventListener('click', (event) => {
    const asked = event.target instanceof Element && event.target.closest('[data-asks-where]');
    if (!asked) return;
    event.preventDefault();
    ask(form);
  });
}
