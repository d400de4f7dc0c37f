// A file that is dropped on the place for files is sent as if it had been chosen there.

const MANY = '一次只收一个，先打开第一个。';
const OPENING = '正在打开……';

/** @param {HTMLFormElement} form */
function takeDrops(form) {
  const input = form.querySelector('input[type="file"]');
  const words = form.querySelector('[role="status"]');
  if (!(input instanceof HTMLInputElement) || !words) return;
  const mark = (/** @type {boolean} */ isOver) => form.classList.toggle('taking--over', isOver);
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  form.addEventListener('dragleave', () => mark(false));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    const [file, ...more] = event.dataTransfer?.files ?? [];
    if (!file) return;
    const one = new DataTransfer();
    one.items.add(file);
    input.files = one.files;
    words.textContent = more.length ? MANY : OPENING;
    form.requestSubmit();
  });
  form.addEventListener('submit', () => { words.textContent ||= OPENING; });
}

/** Let every place for files on the page take what is dropped. */
export function takeFiles() {
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll('form[data-takes-files]');
  for (const form of forms) takeDrops(form);
}
