// The roll of honour as a tool: filters, sorting, pages of fifty, a file to take away.
// The page lists the same honours without this script; roll.json is fetched when a reader
// first touches the filter, or follows an address with a filter in it.
(() => {
  'use strict';

  const STEP = 50;
  const SORTS = { pinyin: '获得者', level: '荣誉', named: '命名日期' };
  // Not q: at an address with ?q= the theme opens its own search.
  const TEXT = 'find';
  const FIELDS = ['level', 'kind', 'district', 'year', 'state'];

  const { make, read, index: INDEX } = window.campaignTool;
  const day = (number) => String(number).replace(/(....)(..)(..)/, '$1-$2-$3');
  const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/[\s'’]+/g, '');

  // Honours as objects; the file holds numbered words in columns.
  const unpacked = (data) => {
    const districts = new Map(data.districts);
    const levels = new Map(data.levels);
    const subjects = data.subjects.map(([name, id, district, read]) => {
      const syllables = read.toLowerCase().split(' ');
      const starts = syllables.map((_, from) => syllables.slice(from).join(''));
      return { name, id, district, plain: plain(name), starts, initials: syllables.map((s) => s[0]).join('') };
    });
    const { rows } = data;
    return rows.subject.map((number, rank) => {
      const subject = subjects[number];
      const [kind, title, level] = data.kinds[rows.kind[rank]];
      const [look, state] = data.states[rows.state[rank]];
      const named = rows.named[rank];
      return {
        rank, subject, pinyin: number, kind, title, level, look, state, named,
        levelName: levels.get(level), place: districts.get(subject.district) || '',
        district: subject.district, year: named ? String(named).slice(0, 4) : '',
        batch: data.batches[rows.batch[rank]], words: data.words[rows.words[rank]],
        review: rows.review[rank], anchor: rows.anchor[rank] || subject.id,
      };
    });
  };

  const holds = (subject, text) =>
    subject.plain.includes(text) || subject.initials.includes(text) || subject.starts.some((part) => part.startsWith(text));

  const compared = {
    level: (a, b) => a.rank - b.rank,
    pinyin: (a, b) => a.pinyin - b.pinyin || a.rank - b.rank,
    named: (a, b) => a.named - b.named || a.rank - b.rank,
  };

  // A value that begins like a formula is defused with an apostrophe, as OWASP advises.
  const cell = (value) => {
    const text = /^[=+\-@＝＋－＠\t\r]/.test(value) ? "'" + value : value;
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  };
  const table = (items) => {
    const heading = ['获得者', '镇街', '级别', '荣誉', '批次', '命名日期', '状态', '下次复查'];
    const lines = items.map((item) => [
      item.subject.name, item.place, item.levelName, item.title, item.batch,
      item.named ? day(item.named) : '', item.words, item.review ? day(item.review) : '',
    ]);
    return [heading, ...lines].map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n';
  };
  const save = (name, text) => {
    const link = make('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff' + text], { type: 'text/csv;charset=utf-8' }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const start = (tool) => {
    const form = tool.querySelector('form');
    const count = tool.querySelector('[role="status"]');
    const found = tool.querySelector('.roll-found');
    const listed = tool.querySelector('.roll-listed');
    const root = tool.dataset.root;
    if (!form || !window.fetch || !window.URLSearchParams) return;

    const body = make('tbody');
    const heads = {};
    const more = make('button', '', 'roll-more');
    let loading, all = null, shown = [], on = '', sort = 'level', down = false;

    const link = (href, text) => {
      const node = make('a', text);
      node.href = root + href;
      return node;
    };
    const row = (item) => {
      const line = make('tr', '', 'roll__row roll__row--' + item.look);
      line.setAttribute('role', 'row');
      const name = make('th');
      name.scope = 'row';
      name.setAttribute('role', 'rowheader');
      name.tabIndex = -1;
      name.append(item.subject.id ? link('communities/' + item.subject.id + '/' + INDEX, item.subject.name) : item.subject.name);
      if (item.subject.id) name.append(make('span', item.place, 'quiet'));
      line.append(name);
      const add = (label, content) => {
        const field = make('td');
        field.setAttribute('role', 'cell');
        field.dataset.label = label;
        field.append(content || '—');
        line.append(field);
      };
      add('荣誉', link('honours/' + item.kind + '/' + INDEX + '#' + item.anchor, item.title));
      add('批次', item.batch);
      add('命名日期', item.named && day(item.named));
      add('状态', make('span', item.words, 'state state--' + item.look));
      add('下次复查', item.review && day(item.review));
      return line;
    };

    const head = () => {
      const line = make('tr');
      line.setAttribute('role', 'row');
      const sorts = Object.fromEntries(Object.entries(SORTS).map(([key, label]) => [label, key]));
      for (const label of ['获得者', '荣誉', '批次', '命名日期', '状态', '下次复查']) {
        const field = make('th', sorts[label] ? '' : label);
        field.scope = 'col';
        field.setAttribute('role', 'columnheader');
        if (sorts[label]) {
          const key = sorts[label];
          const button = make('button', key === 'level' ? '荣誉级别' : label, 'roll-sort');
          button.type = 'button';
          button.addEventListener('click', () => {
            down = sort === key ? !down : key === 'named';
            sort = key;
            apply();
          });
          field.append(button);
          heads[key] = field;
        }
        line.append(field);
      }
      return line;
    };

    const build = () => {
      const sheet = make('table', '', 'roll roll--found');
      sheet.setAttribute('role', 'table');
      sheet.append(make('caption', '符合条件的荣誉', 'sr-only'));
      const top = make('thead');
      top.setAttribute('role', 'rowgroup');
      body.setAttribute('role', 'rowgroup');
      top.append(head());
      sheet.append(top, body);
      more.type = 'button';
      more.addEventListener('click', () => {
        const from = body.rows.length;
        extend(from + STEP);
        body.rows[from].cells[0].focus();
      });
      found.append(sheet, more);
    };

    const extend = (to) => {
      body.append(...shown.slice(body.rows.length, to).map(row));
      const left = shown.length - body.rows.length;
      more.hidden = left <= 0;
      more.textContent = '更多（还有 ' + left + ' 项）';
    };

    // In the words of the form, for the count and for paper.
    const conditions = () => {
      const words = form[TEXT].value.trim() ? ['名称含“' + form[TEXT].value.trim() + '”'] : [];
      for (const name of FIELDS) {
        const option = form[name].selectedOptions[0];
        if (option && option.value) words.push(option.textContent.replace(/（\d+）$/, ''));
      }
      return words.join('，');
    };

    const remember = () => {
      const address = new URL(location.href);
      for (const name of [TEXT, ...FIELDS]) {
        const value = form[name].value.trim();
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      if (sort === 'level' && !down) address.searchParams.delete('sort');
      else address.searchParams.set('sort', (down ? '-' : '') + sort);
      history.replaceState(history.state, '', address);
    };

    const apply = () => {
      if (!all) return;
      const text = plain(form[TEXT].value);
      const wanted = FIELDS.map((name) => [name, form[name].value]).filter(([, value]) => value);
      shown = all.filter((item) => wanted.every(([name, value]) => item[name] === value) && (!text || holds(item.subject, text)));
      const [without, rest] = sort === 'named' ? [shown.filter((item) => !item.named), shown.filter((item) => item.named)] : [[], shown];
      shown = [...rest.sort((a, b) => (down ? -1 : 1) * compared[sort](a, b)), ...without];
      for (const [key, field] of Object.entries(heads)) {
        if (key === sort) field.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        else field.removeAttribute('aria-sort');
      }
      body.textContent = '';
      extend(STEP);
      const words = conditions();
      count.textContent = words
        ? words + '：' + (shown.length ? '找到 ' + shown.length + ' 项' : '没有找到，请放宽条件')
        : '共 ' + shown.length + ' 项荣誉';
      remember();
    };

    const load = () => {
      loading = loading || read(tool.dataset.roll)
        .then((data) => {
          all = unpacked(data);
          on = data.on;
          build();
          found.hidden = false;
          listed.hidden = true;
          apply();
        })
        .catch(() => {
          loading = undefined;
          count.textContent = '名单数据没有读到，请看下面的完整名单';
        });
    };

    const restore = () => {
      const asked = new URLSearchParams(location.search);
      let any = false;
      for (const name of [TEXT, ...FIELDS]) {
        if (!asked.get(name)) continue;
        form[name].value = asked.get(name);
        if (form[name].value) any = true;
        else form[name].value = '';
      }
      const order = /^(-?)(pinyin|level|named)$/.exec(asked.get('sort') || '');
      if (order) [down, sort] = [Boolean(order[1]), order[2]];
      if (any || order) load();
    };

    form.addEventListener('focusin', load);
    form.addEventListener('pointerdown', load);
    for (const kind of ['input', 'change']) {
      form.addEventListener(kind, () => {
        load();
        apply();
      });
    }
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(() => {
      [sort, down] = ['level', false];
      apply();
    }));
    form.querySelector('[data-csv]').addEventListener('click', () => {
      load();
      loading.then(() => all && save('荣誉榜-' + on + '.csv', table(shown)));
    });
    form.querySelector('[data-print]').addEventListener('click', () => {
      load();
      loading.then(() => window.print());
    });
    window.addEventListener('beforeprint', () => extend(shown.length));
    restore();
  };

  document.querySelectorAll('[data-roll]').forEach(start);
})();
