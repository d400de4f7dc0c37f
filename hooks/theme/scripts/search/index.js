// The index: scripts of which a query loads those that hold its tokens.

/** @typedef {import('./tokens.js').Token} Token */
/** @typedef {Map<number, number>} Postings documents, and how well each answers a token */

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
const VALUE = new Map([...SIGNS].map((sign, value) => [sign, value]));

/** @param {string} sign */
const value = (sign) => VALUE.get(sign) ?? 0;

/**
 * Numbers as the index writes them: five bits a sign, a sixth where more follow.
 * @param {string} written
 */
export function numbers(written) {
  const found = [];
  let number = 0;
  for (const sign of written) {
    number = number * 32 + value(sign) % 32;
    if (value(sign) >= 32) continue;
    found.push(number);
    number = 0;
  }
  return found;
}

/**
 * Places of which each is told by how far it lies behind the one before.
 * @param {string} written
 */
export function places(written) {
  let place = -1;
  return numbers(written).map((step) => place += step + 1);
}

/**
 * How each document stands before anybody has asked: its worth, by how much its kind stands
 * behind others, and how long its title is.
 * @param {string} written
 */
export const standings = (written) => Array.from({ length: written.length / 3 }, (_, place) => {
  const [worth, behind, length] = Array.from(written.slice(3 * place, 3 * place + 3), value);
  return { worth, behind, length };
});

/**
 * The last of the sorted tokens that does not come after one.
 * @param {string[]} sorted
 * @param {string} token
 */
function before(sorted, token) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export class Index {
  /** @param {CampaignSearch} search */
  constructor(search) {
    this.search = search;
    this.directory = search.directory ? search.directory.split(' ') : [];
    this.standings = standings(search.standing);
    // Pages whose parts are found by themselves: these follow their page, so many of them.
    this.parts = Object.entries(search.parts).map(([place, count]) => ({ place: Number(place), count }));
    /** @type {Map<string, Promise<unknown>>} */
    this.loading = new Map();
    /** @type {Map<number, string[][]>} */
    this.read = new Map();
    /** @type {Map<number, SearchPage>} */
    this.pages = new Map();
  }

  /**
   * A piece by its name. Its address tells the index's edition: browsers keep scripts for a while.
   * @param {string} name
   */
  async piece(name) {
    const { search, loading } = this;
    const path = `search/${name}.js?${search.edition}`;
    if (!loading.has(name)) loading.set(name, search.load(path));
    await loading.get(name)?.catch((error) => { loading.delete(name); throw error; });
    return search.pieces[name];
  }

  /** @param {number} number */
  async lines(number) {
    const text = /** @type {string} */ (await this.piece(`index/${number}`));
    if (!this.read.has(number)) this.read.set(number, text.split('\n').map((line) => line.split(' ')));
    return this.read.get(number) ?? [];
  }

  /**
   * The documents with a token, or with any that begins so.
   * @param {Token} token
   * @returns {Promise<Postings>}
   */
  postings({ text, isOpen }) {
    return this.those(text, isOpen, (token) => (isOpen ? token.startsWith(text) : token === text));
  }

  /**
   * The documents with a token among those that begin in one way, or from one piece only.
   * @param {string} text
   * @param {boolean} isOpen
   * @param {(token: string) => boolean} fits
   */
  async those(text, isOpen, fits) {
    const first = Math.max(0, before(this.directory, text));
    const last = isOpen ? before(this.directory, `${text}\uffff`) : first;
    const wanted = Array.from({ length: last - first + 1 }, (_, step) => first + step);
    /** @type {Postings} */
    const found = new Map();
    for (const lines of await Promise.all(this.directory.length ? wanted.map((n) => this.lines(n)) : [])) {
      for (const [token, steps, values] of lines) {
        if (!fits(token)) continue;
        for (const [index, place] of places(steps).entries()) {
          found.set(place, Math.max(found.get(place) ?? 0, value(values[index])));
        }
      }
    }
    return found;
  }

  /**
   * One page, as a result shows it.
   * @param {number} place
   * @returns {Promise<SearchPage>}
   */
  async page(place) {
    const [path, title, text, spelling, date, filters] = /** @type {SearchRow} */ (await this.piece(`texts/${place}`));
    const page = this.pages.get(place) ?? { path, title, text, spelling, date, filters };
    this.pages.set(place, page);
    return page;
  }

  /** How characters are read. */
  async sounds() {
    const text = /** @type {string} */ (await this.piece('sounds'));
    const groups = text.split(' ').map((group) => /** @type {RegExpMatchArray} */ (group.match(/^([a-z]+)(.*)$/)));
    return new Map(groups.flatMap(([, reading, signs]) => [...signs].map((sign) => [sign, reading])));
  }

  /** By what results are narrowed and ordered. */
  async choices() {
    const { filters, sorts } = /** @type {SearchChoices} */ (await this.piece('choices'));
    return {
      /**
       * @param {string} name
       * @param {string} chosen
       */
      having: (name, chosen) => new Set(places(filters[name]?.[chosen] ?? '')),
      /** @param {string} key */
      ranks: (key) => numbers(sorts[key] ?? ''),
    };
  }
}
