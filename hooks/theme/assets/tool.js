// What the tools of a page share: making nodes, and reading the data that they show.
(() => {
  'use strict';

  window.campaignTool = {
    make(tag, text = '', kind = '') {
      const node = document.createElement(tag);
      node.textContent = text;
      if (kind) node.className = kind;
      return node;
    },

    // On a disk no folder opens by itself, and nothing can be fetched: in the offline edition
    // (hooks/campaign/offline.py), links name the file, and a script has brought the data.
    index: 'offline' in document.documentElement.dataset ? 'index.html' : '',

    async read(address) {
      const brought = (window.campaignData || {})[address.split('/').pop()];
      if (brought) return brought;
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    },
  };
})();
