// Under which name the browser keeps what led to a page.
export const SOUGHT = 'campaign-search';
