// Scores the questions of a lesson. Without script each has its answer folded below it.
import { arranged, isRight, told, wrong } from './quiz/score.js';
import { add, make } from './shared/nodes.js';

/** @typedef {import('./quiz/score.js').Kind} Kind */

class Item {
  /** @param {HTMLElement} node */
  constructor(node) {
    this.node = node;
    this.kind = /** @type {Kind} */ (node.dataset.kind);
    this.keys = (node.dataset.keys ?? '').split(' ');
    this.answer = node.querySelector('details');
    this.verdict = make('p', 'question__verdict');
    /** @type {HTMLElement[]} */
    this.options = [...node.querySelectorAll('[data-key]')].map((option) => /** @type {HTMLElement} */ (option));
    const list = node.querySelector('.question__options');
    list?.setAttribute('role', 'group');
    list?.setAttribute('aria-labelledby', `${node.id}-text`);
    for (const option of this.options) this.fit(option);
    this.answer?.before(this.verdict);
    this.clear();
  }

  /** @param {HTMLElement} option */
  fit(option) {
    option.setAttribute('role', 'none');
    const label = make('label');
    const control = this.kind === 'order' ? this.places() : make('input');
    if (control instanceof HTMLInputElement) control.type = this.kind === 'multiple' ? 'checkbox' : 'radio';
    control.name = this.kind === 'order' ? `${this.node.id}-${option.dataset.key}` : this.node.id;
    const words = make('span');
    words.append(...option.childNodes);
    label.append(control, words);
    option.append(label);
  }

  places() {
    const choice = make('select');
    add(choice, 'option', '', '第几').value = '';
    this.options.forEach((_, place) => { add(choice, 'option', '', `${place + 1}`).value = `${place + 1}`; });
    return choice;
  }

  /** @returns {string[]} */
  get given() {
    if (this.kind !== 'order') {
      return this.options.filter((option) => option.querySelector('input')?.checked).map((option) => option.dataset.key ?? '');
    }
    return arranged(this.options.map((option) => [option.dataset.key ?? '', Number(option.querySelector('select')?.value)]));
  }

  clear() {
    if (this.answer) Object.assign(this.answer, { open: false, hidden: true });
    this.verdict.textContent = '';
    this.verdict.className = 'question__verdict';
    this.node.querySelectorAll('input').forEach((input) => { input.checked = false; });
    this.node.querySelectorAll('select').forEach((choice) => { choice.value = ''; });
  }

  show() {
    const right = isRight(this, this.given);
    if (this.answer) Object.assign(this.answer, { hidden: false, open: true });
    this.verdict.textContent = right ? '✓ 答对了' : this.given.length ? '✗ 答错了' : '○ 没有答完';
    this.verdict.classList.add(right ? 'question__verdict--right' : 'question__verdict--wrong');
  }
}

class Quiz {
  /** @param {HTMLElement} node */
  constructor(node) {
    this.node = node;
    /** @type {NodeListOf<HTMLElement>} */
    const found = node.querySelectorAll('.question');
    this.items = [...found].map((question) => new Item(question));
    this.asked = this.items;
    const tools = add(node, 'div', 'quiz__tools');
    this.done = this.button(tools, '看得分', () => this.score());
    this.again = this.button(tools, '再做错题', () => this.ask(wrong(this.asked, this.answers).map((place) => this.asked[place])));
    this.anew = this.button(tools, '全部重做', () => this.ask(this.items));
    this.result = add(tools, 'p', 'quiz__result');
    this.result.setAttribute('role', 'status');
    const how = node.querySelector('.quiz__how');
    if (how) how.textContent = '做完点“看得分”，答错的可以单独再做。答案只在这台设备上判，不上传。';
  }

  /**
   * @param {HTMLElement} tools
   * @param {string} words
   * @param {() => void} act
   */
  button(tools, words, act) {
    const button = add(tools, 'button', '', words);
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  }

  get answers() {
    return this.asked.map((item) => item.given);
  }

  start() {
    this.ask(this.items, false);
  }

  fresh() {
    this.done.hidden = false;
    this.again.hidden = true;
    this.anew.hidden = true;
  }

  /**
   * @param {Item[]} items
   * @param {boolean} moves whether the reader is led to the first of them
   */
  ask(items, moves = true) {
    this.asked = items;
    for (const item of this.items) {
      item.node.hidden = !items.includes(item);
      if (items.includes(item)) item.clear();
    }
    this.result.textContent = '';
    this.fresh();
    /** @type {HTMLElement | null} */
    const first = items[0].node.querySelector('select, input');
    if (moves) first?.focus();
  }

  score() {
    const missed = wrong(this.asked, this.answers).length;
    const open = this.answers.filter((given) => !given.length).length;
    for (const item of this.asked) item.show();
    this.result.textContent = told(this.asked.length, this.asked.length - missed, open);
    this.again.hidden = !missed;
    this.anew.hidden = false;
    this.done.hidden = true;
    (missed ? this.again : this.anew).focus();
  }
}

/** @type {HTMLElement | null} */
const quiz = document.querySelector('[data-quiz]');
if (quiz) new Quiz(quiz).start();
