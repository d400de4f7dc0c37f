// The data that a tool of a page shows. On a disk nothing can be fetched and no folder opens by
// itself: in the offline edition (hooks/campaign/html/offline.py) a script has brought the data,
// and links name the file.

export const INDEX = 'offline' in document.documentElement.dataset ? 'index.html' : '';

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
export async function read(address) {
  const brought = (window.campaignData || {})[address.split('/').pop() ?? ''];
  if (brought) return brought;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
