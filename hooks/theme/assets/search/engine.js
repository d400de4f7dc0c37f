// Finds pages: one question to either index, and the answers in an order that suits Chinese.
(() => {
  'use strict';

  const search = window.campaignSearch;
  const OPENED = 12; // results that are read at once, to see what they hold
  const AROUND = 36; // characters of an excerpt before the first hit
  const LENGTH = 110;
  const LATIN = /^[a-z0-9']+$/;

  const { fold } = search;
  const split = (query) => fold(query).replace(/["“”]/g, ' ').trim().split(/\s+/).filter(Boolean);

  const segmenter = Intl.Segmenter && new Intl.Segmenter('zh', { granularity: 'word' });
  const wordsOf = (term) => (segmenter
    ? [...segmenter.segment(term)].filter((part) => part.isWordLike).map((part) => part.segment) : [term]);

  const textOf = (page) => page.folded ??= fold(`${page.title}\n${page.text}`);
  const spells = (page, term, names = page.spelling.split(' ')) => names.some((name) => name.startsWith(term));
  const holds = (page, term) => textOf(page).includes(term) || spells(page, term);

  // The title itself, a title or name that begins so or holds every word, a text that does, others.
  function rank(page, terms) {
    const title = fold(page.title);
    if (title === terms.join(' ')) return 0;
    if (spells(page, terms.join(''), page.spelling.split(' ', 2))) return 1;
    if (terms.every((term) => title.includes(term))) return 1;
    return terms.every((term) => holds(page, term)) ? 2 : 3;
  }

  function ranked(pages, terms) {
    const ranks = new Map(pages.map((page) => [page, rank(page, terms)]));
    return pages.sort((a, b) => ranks.get(a) - ranks.get(b));
  }

  // Engines: the pages for some terms, best first, as { exact, read } each.
  // Exact ones hold every term as it is written, others may hold no more than its words.

  // The index holds no commas and stops: what stands between them are phrases. A single
  // character beside one is the end of some word, which the index knows as a whole.
  const phrases = (terms) => {
    const found = terms.join(' ').split(/[^\p{L}\p{N}%.\-—:/〔〕]+/u).filter(Boolean);
    return found.filter((phrase) => phrase.length > 1 || found.every(({ length }) => length === 1));
  };

  async function pagefind() {
    const bundle = await import(new URL('pagefind/pagefind.js', search.root));
    await bundle.options({ baseUrl: '/', ranking: { metaWeights: { title: 20, py: 10 } } });
    const page = ({ url, content, meta, filters }) => ({
      path: url.slice(1),
      title: meta.title,
      text: content.replaceAll('\u200b', ''),
      spelling: meta.py ?? '',
      date: meta.date ?? '',
      filters,
    });
    return async (terms, { filters, sort }) => {
      const { results } = await bundle.search(terms.join(' ') || null, { filters, sort });
      const hits = new Map(results.map((hit) => [hit.id, hit]));
      let exact = new Map(terms.length ? [] : hits);
      for (const [index, phrase] of phrases(terms).entries()) {
        const answer = await bundle.search(`"${phrase}"`, { filters });
        exact = new Map(answer.results.filter((hit) => !index || exact.has(hit.id)).map((hit) => [hit.id, hit]));
      }
      const lacking = sort ? [] : [...exact.values()].filter((hit) => !hits.has(hit.id));
      return [...results, ...lacking].map((hit) => (
        { exact: exact.has(hit.id), read: async () => page(await hit.data()) }));
    };
  }

  async function plain() {
    await search.load('search/pages.js');
    const pages = search.pages.map(([path, title, text, spelling, date, filters, sorts]) => (
      { path, title, text, spelling, date, filters, sorts }));
    const compare = (a, b) => (/^\d+$/.test(a + b) ? a - b : a < b ? -1 : Number(a > b));
    return async (terms, { filters, sort }) => {
      const fits = (page) => Object.entries(filters).every(([name, value]) => page.filters[name]?.includes(value));
      const found = pages.filter((page) => fits(page) && terms.every((term) => holds(page, term)));
      const [key, way] = Object.entries(sort ?? {})[0] ?? [];
      if (key) found.sort((a, b) => compare(a.sorts[key], b.sorts[key]) * (way === 'desc' ? -1 : 1));
      else ranked(found, terms);
      return found.map((page) => ({ exact: true, read: async () => page }));
    };
  }

  const engines = { pagefind, plain };
  let engine;

  // Every page for a query: how many, and a way to read some of them.
  async function find(query, { filters = {}, sort } = {}) {
    const terms = split(query);
    if (!terms.length && !Object.keys(filters).length) return { terms, total: 0, pages: async () => [] };
    const candidates = await (engine ??= engines[search.engine]());
    // Whoever types `xing fu li` means one name.
    const name = terms.length > 1 && terms.every((term) => LATIN.test(term)) && terms.join('');
    const named = name ? await candidates([name], { filters, sort }) : [];
    if (named.length) return answer([name], named, sort);
    let found = await answer(terms, await candidates(terms, { filters, sort }), sort);
    for (const part of found.total ? [] : inner(terms.join(' '))) {
      const hits = (await candidates(part.split(' '), { filters, sort })).filter((hit) => hit.exact);
      found = await answer(terms, hits.map((hit) => ({ ...hit, exact: false })), sort, 2 * OPENED);
      if (found.total) break;
    }
    return found;
  }

  // Where a query begins or ends within a word, the index knows only what lies between.
  const inner = (query) => [query.slice(0, -1), query.slice(1), query.slice(1, -1)]
    .map((part) => part.trim()).filter((part) => part.length > 1);

  async function answer(terms, candidates, sort, count = OPENED) {
    const exact = candidates.filter((hit) => hit.exact);
    const others = candidates.filter((hit) => !hit.exact);
    const opened = await Promise.all([...exact, ...others].slice(0, count).map((hit) => hit.read()));
    const certain = opened.slice(0, exact.length);
    const words = terms.flatMap(wordsOf);
    // 4 and 号 somewhere on a page are no 4号: only words of some length tell anything apart.
    const likely = opened.slice(exact.length).filter((page) => terms.every((term) => holds(page, term))
      || words.every((word) => word.length > 1 && holds(page, word)));
    const first = sort ? [...certain, ...likely] : ranked([...certain, ...likely], terms);
    const rest = exact.slice(count);
    const pages = async (from, to) => [
      ...first.slice(from, to),
      ...await Promise.all(rest.slice(Math.max(0, from - first.length), Math.max(0, to - first.length)).map((hit) => hit.read())),
    ];
    return { terms, total: first.length + rest.length, pages };
  }

  function places(folded, term) {
    const found = [];
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) found.push(at);
    return found;
  }

  // The part of a text with the most terms, as pieces that are hits and pieces that are not.
  function excerpt(text, terms) {
    const folded = fold(text);
    const starts = terms.flatMap((term) => places(folded, term)).map((at) => Math.max(0, at - AROUND));
    const count = (at) => terms.filter((term) => folded.slice(at, at + LENGTH).includes(term)).length;
    const start = starts.reduce((best, at) => (count(at) > count(best) ? at : best), starts[0] ?? 0);
    const end = Math.min(start + LENGTH, text.length);
    const pieces = start ? [{ text: '…', hit: false }] : [];
    for (let place = start; place < end;) {
      const term = terms.find((word) => folded.startsWith(word, place));
      const piece = { text: text.slice(place, place + (term ?? '1').length), hit: Boolean(term) };
      const last = pieces.at(-1);
      if (last && !last.hit && !term) last.text += piece.text;
      else pieces.push(piece);
      place += piece.text.length;
    }
    return end < text.length ? [...pieces, { text: '…', hit: false }] : pieces;
  }

  Object.assign(search, { find, excerpt });
})();
