// What scripts pass to each other through the window: some load later, some are data.
// settings.js and pages.js are written by hooks/campaign/search/.

interface SearchPage {
  path: string;
  title: string;
  text: string;
  spelling: string;
  date: string;
  filters: Record<string, string[]>;
  sorts?: Record<string, string>;
  folded?: string;
}

interface SearchAnswer {
  terms: string[];
  total: number;
  pages: (from: number, to: number) => Promise<SearchPage[]>;
}

interface SearchOptions {
  filters?: Record<string, string>;
  sort?: Record<string, string>;
}

interface CampaignSearch {
  // the script on every page
  root: URL;
  home: URL;
  sought: string[];
  load: (path: string) => Promise<unknown>;
  // settings.js
  engine: 'pagefind' | 'plain';
  choices: Record<string, string[]>;
  terms: string[];
  variants: string;
  // pages.js
  pages: [string, string, string, string, string, Record<string, string[]>, Record<string, string>][];
  // search/panel.js
  find: (query: string, options?: SearchOptions) => Promise<SearchAnswer>;
  open: () => void;
  mount: (place: Element) => void;
}

interface Window {
  campaignSearch: CampaignSearch;
  campaignData?: Record<string, unknown>;
}
