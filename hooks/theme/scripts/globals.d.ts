// What scripts pass to each other through the window: some load later, some are data.
// settings.js and the pieces of the index are written by hooks/campaign/search/.

interface SearchPage {
  path: string;
  title: string;
  text: string;
  spelling: string;
  date: string;
  filters: Record<string, string[]>;
  folded?: string;
  // It holds a part of the words only.
  isPart?: boolean;
}

type SearchRow = [path: string, title: string, text: string, spelling: string, date: string, filters: Record<string, string[]>];

interface SearchChoices {
  filters: Record<string, Record<string, string>>;
  sorts: Record<string, string>;
}

interface SearchAnswer {
  terms: string[];
  // What may stand on pages with a part of the words.
  parts: string[];
  // Pages with all the words, and pages with any.
  total: number;
  count: number;
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
  choices: Record<string, string[]>;
  terms: string[];
  variants: string;
  synonyms: string[][];
  directory: string;
  standing: string;
  // Pages with parts that are documents, and how many of these follow each.
  parts: Record<string, number>;
  edition: string;
  // index/, texts/, choices.js
  pieces: Record<string, unknown>;
  // search/panel.js
  find: (query: string, options?: SearchOptions) => Promise<SearchAnswer>;
  open: () => void;
  mount: (place: Element) => void;
}

interface Window {
  campaignSearch: CampaignSearch;
  campaignData?: Record<string, unknown>;
}
