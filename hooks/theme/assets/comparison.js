// Two to four communities side by side. Without script the page lists them all in a table.
(() => {
  'use strict';

  const tool = document.querySelector('[data-comparison]');
  const form = tool && tool.querySelector('form');
  if (!form || !window.fetch || !window.URLSearchParams) return;

  const root = tool.dataset.root;
  const found = tool.querySelector('.comparison__found');
  const status = tool.querySelector('[role="status"]');
  const choices = [...form.querySelectorAll('select')];
  const { make, read, index: INDEX } = window.campaignTool;
  let data;
  let known;

  const fill = (choice) => {
    const groups = data.districts.map((name) => Object.assign(make('optgroup'), { label: name }));
    const rest = Object.assign(make('optgroup'), { label: '其他' });
    for (const [id, name, place] of data.communities) {
      const option = make('option', name);
      option.value = id;
      (groups[place] || rest).append(option);
    }
    choice.append(...[...groups, rest].filter((group) => group.children.length));
    choice.disabled = false;
  };

  const cell = (heading, value) => {
    const node = make('td');
    node.dataset.label = heading;
    if (!Array.isArray(value)) {
      node.textContent = value;
      return node;
    }
    node.append(value[0] + ' ', make('span', value[1] ? '达标' : '有差距', 'state ' + (value[1] ? 'state--active' : 'state--rectifying')));
    return node;
  };

  const table = (chosen) => {
    const sheet = make('table', '', 'side-by-side');
    sheet.append(make('caption', chosen.map(([, name]) => name).join('、') + '对比', 'sr-only'));
    const head = make('tr');
    head.append(make('td'));
    for (const [id, name] of chosen) {
      const field = make('th');
      field.scope = 'col';
      field.append(Object.assign(make('a', name), { href: root + 'communities/' + id + '/' + INDEX }));
      head.append(field);
    }
    const top = make('thead');
    top.append(head);
    const body = make('tbody');
    data.headings.forEach((heading, number) => {
      const values = chosen.map(([, , , all]) => all[number]);
      if (values.every((value) => value === '—')) return;
      const line = make('tr');
      const label = make('th', heading);
      label.scope = 'row';
      // A phone shows a row's values one below the other: each says whose it is.
      line.append(label, ...values.map((value, place) => cell(chosen[place][1], value)));
      body.append(line);
    });
    sheet.append(top, body);
    return sheet;
  };

  const show = () => {
    const ids = [...new Set(choices.map((choice) => choice.value).filter(Boolean))];
    const chosen = ids.map((id) => known.get(id));
    const address = new URL(location.href);
    if (ids.length) address.searchParams.set('c', ids.join(','));
    else address.searchParams.delete('c');
    history.replaceState(history.state, '', address.href.replace(/%2C/g, ','));
    found.textContent = '';
    if (chosen.length) found.append(table(chosen));
    tool.classList.toggle('comparison--idle', !chosen.length);
    status.textContent = chosen.length > 1
      ? '正在对比 ' + chosen.length + ' 个社区'
      : chosen.length ? '已选一个，请再选一个' : '选两到四个社区，并排来看';
  };

  const restore = () => {
    const asked = (new URLSearchParams(location.search).get('c') || '').split(',');
    [...new Set(asked)].filter((id) => known.has(id)).slice(0, choices.length)
      .forEach((id, place) => { choices[place].value = id; });
  };

  read(tool.dataset.comparison)
    .then((answer) => {
      data = answer;
      known = new Map(data.communities.map((item) => [item[0], item]));
      choices.forEach(fill);
      restore();
      show();
      form.addEventListener('change', show);
      form.addEventListener('reset', () => setTimeout(show));
      form.querySelector('[data-print]').addEventListener('click', () => window.print());
    })
    .catch(() => {
      status.textContent = '社区资料没有读到，请看下面的一览表';
      tool.classList.add('comparison--idle');
    });
  form.addEventListener('submit', (event) => event.preventDefault());
})();
