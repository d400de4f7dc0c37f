// The search as a reader sees it: in a dialog on every page, and on a page of its own.
(() => {
  'use strict';

  const search = window.campaignSearch;
  const AT_ONCE = 10;
  const PAUSE = 150; // milliseconds without a key before a query starts
  const RECENT = 'campaign-search-recent';
  const REMEMBERED = 6;
  const ORDERS = [['', '最相关'], ['date desc', '最新在前'], ['date asc', '最早在前'], ['level asc', '级别从高到低'], ['name asc', '名称按拼音']];

  const make = (parent, tag, part, text = '') => {
    const node = document.createElement(tag);
    if (part) node.className = 'search__' + part;
    node.textContent = text;
    parent.append(node);
    return node;
  };
  const button = (parent, part, text, act) => {
    const node = make(parent, 'button', part, text);
    node.type = 'button';
    node.addEventListener('click', act);
    return node;
  };
  const marked = (parent, text, terms) => {
    for (const piece of search.excerpt(text, terms)) make(parent, piece.hit ? 'mark' : 'span', '', piece.text);
  };
  const address = (path) => new URL(location.protocol === 'file:' ? path.replace(/(\/|^)$/, '$1index.html') : path, search.home);

  const recent = () => { try { return JSON.parse(localStorage.getItem(RECENT)) ?? []; } catch { return []; } };
  const keep = (store, key, value) => { try { store.setItem(key, JSON.stringify(value)); } catch { /* nothing is kept */ } };

  function panel(place, tell) {
    const form = make(place, 'form', 'form');
    form.setAttribute('role', 'search');
    const input = make(form, 'input', 'input');
    input.setAttribute('aria-label', '搜索词');
    Object.assign(input, { type: 'search', name: 'q', maxLength: 60, autocomplete: 'off', enterKeyHint: 'search', placeholder: '词语、社区、拼音或文号' });
    make(form, 'button', 'submit', '搜索');
    const folded = make(form, 'details', 'filters');
    make(folded, 'summary', '', '筛选和排序');
    const chooser = make(folded, 'div', 'chooser');
    const status = make(place, 'p', 'status');
    status.setAttribute('role', 'status');
    const hints = make(place, 'div', 'hints');
    const list = make(place, 'ol', 'results');
    const more = button(place, 'more', '再看 ' + AT_ONCE + ' 条', () => show(list.children.length));

    const selects = [...Object.entries(search.choices).map(([name, values]) => [name, [['', '全部'], ...values.map((v) => [v, v])]]), ['排序', ORDERS]]
      .map(([name, options]) => {
        const select = make(make(chooser, 'label', 'filter', name), 'select', '');
        select.name = name;
        select.append(...options.map(([value, label]) => new Option(label, value)));
        return select;
      });

    let found;
    let asked = 0; // so that a slow answer never replaces a newer one
    let timer;

    async function run() {
      clearTimeout(timer);
      const mine = ++asked;
      const chosen = Object.fromEntries(selects.filter((s) => s.value).map((s) => [s.name, s.value]));
      const { 排序: order, ...filters } = chosen;
      tell({ ...(input.value && { q: input.value }), ...chosen });
      try {
        const [key, way] = order?.split(' ') ?? [];
        const answer = await search.find(input.value, { filters, sort: key && { [key]: way } });
        if (mine !== asked) return;
        found = answer;
        const idle = !found.terms.length && !Object.keys(filters).length;
        status.textContent = idle ? '' : found.total ? `找到 ${found.total} 页` : '没有找到。换个说法试试，或少选几个条件。';
        list.replaceChildren();
        suggest(!found.total);
        await show(0);
      } catch (error) {
        status.textContent = '搜索没有打开，请刷新页面再试。';
        throw error;
      }
    }

    async function show(from) {
      const mine = asked;
      const pages = await found.pages(from, from + AT_ONCE);
      if (mine !== asked) return;
      for (const page of pages) result(page);
      more.hidden = list.children.length >= found.total;
      if (from) list.children[from]?.querySelector('a').focus();
    }

    function result(page) {
      const { terms } = found;
      const item = make(list, 'li', 'result');
      const link = make(item, 'a', 'title');
      link.href = address(page.path);
      marked(link, page.title, terms);
      const { 栏目: [column] = [], 区域: districts = [], 级别: [level] = [], 状态: states = [] } = page.filters;
      const facts = make(item, 'p', 'facts');
      for (const fact of [column, districts.slice(0, 3).join('、'), level, states.join('、'), page.date]) {
        if (fact) make(facts, 'span', '', fact);
      }
      marked(make(item, 'p', 'excerpt'), page.text, terms);
      link.addEventListener('click', () => {
        keep(sessionStorage, search.SOUGHT, { path: link.pathname, terms });
        const query = input.value.trim();
        if (query) keep(localStorage, RECENT, [query, ...recent().filter((q) => q !== query)].slice(0, REMEMBERED));
      });
    }

    // Words to begin with: those of this browser, and those of the site.
    function suggest(wanted) {
      hints.replaceChildren();
      const groups = wanted ? [['最近搜过', recent()], ['试试', search.terms]] : [];
      for (const [title, terms] of groups.filter(([, words]) => words.length)) {
        const group = make(hints, 'p', 'hint', title);
        for (const term of terms) button(group, 'term', term, () => { input.value = term; input.focus(); run(); });
        if (title === '最近搜过') button(group, 'clear', '清除', () => { keep(localStorage, RECENT, []); suggest(true); input.focus(); });
      }
    }

    // While an input method composes, the field holds letters that nobody searches for.
    input.addEventListener('input', (event) => {
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(run, PAUSE);
    });
    input.addEventListener('compositionend', run);
    for (const select of selects) select.addEventListener('change', run);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      await run();
      list.querySelector('a')?.focus();
    });
    place.addEventListener('keydown', (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [input, ...list.querySelectorAll('a')];
      const now = stops.indexOf(document.activeElement);
      if (!by || now < 0 || event.isComposing) return;
      event.preventDefault();
      stops[Math.max(0, Math.min(now + by, stops.length - 1))].focus();
    });

    more.hidden = true;
    return { input, selects, folded, run };
  }

  let dialog;

  function open() {
    if (!dialog) {
      dialog = make(document.body, 'dialog', 'dialog');
      dialog.setAttribute('aria-label', '站内搜索');
      const head = make(dialog, 'div', 'head');
      const all = make(head, 'a', 'all', '在单独的页面打开');
      button(head, 'close', '关闭', () => dialog.close());
      const { run, input } = panel(make(dialog, 'div', 'panel'), (state) => {
        all.href = address('search/') + (Object.keys(state).length ? '?' + new URLSearchParams(state) : '');
      });
      dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
      // The theme has keys of its own.
      dialog.addEventListener('keydown', (event) => event.stopPropagation());
      search.begin = () => { input.select(); run(); };
    }
    dialog.showModal();
    search.begin();
  }

  // The page of its own keeps its state in its address, to be sent to others.
  function mount(place) {
    place.replaceChildren();
    const { input, selects, folded, run } = panel(place, (state) => {
      const text = new URLSearchParams(state).toString();
      history.replaceState(null, '', location.pathname + (text && '?' + text));
    });
    const state = new URLSearchParams(location.search);
    input.value = state.get('q') ?? '';
    for (const select of selects) select.value = state.get(select.name) ?? '';
    folded.open = selects.some((select) => select.value);
    run();
  }

  Object.assign(search, { open, mount });
})();
