/* The full text of events: files of a year each, loaded newest first when asked for, and what a query finds in them. */
"use strict";
(function (site) {
  const BETWEEN = /[^\p{L}\p{M}\p{N}'’ʼ]+/u;
  const ENDING = /['’ʼ]s$/i;
  //: too frequent to find anything by
  const SILENT = new Set(
    ("a an and are as at be been but by for from had has have he her him his in is it its of on or she that the their they " +
      "this to was were which who will with").split(" "),
  );
  const CHUNK = 150;

  const received = new Map();
  /** Files of search/ hand over what they hold. */
  window.chronicleData = function (name, data) {
    received.set(name, data);
  };

  /** Load a file of search/ as a script: pages read from a disk may load nothing else. */
  site.load = function (name) {
    return new Promise((resolve, reject) => {
      const script = site.element("script", "", { src: name + ".js" });
      const end = (ended) => () => {
        const data = received.get(name);
        received.delete(name);
        script.remove();
        if (ended && data !== undefined) resolve(data);
        else reject(new Error(name));
      };
      script.addEventListener("load", end(true));
      script.addEventListener("error", end(false));
      document.head.append(script);
    });
  };

  /** Let the page breathe: keys and clicks come first. */
  site.pause = () => new Promise((resolve) => setTimeout(resolve));

  class Texts {
    /** Take the keys of words, and the years: [[year, events, bytes]], newest first. */
    constructor(fold, years) {
      this.fold = fold;
      this.years = years;
      this.loaded = new Set();
      this.events = [];
      this.running = false;
      this.stopped = false;
      this.index = new MiniSearch({
        fields: ["title", "text"],
        tokenize: (text) => text.split(BETWEEN),
        processTerm: (word) => this.term(word),
      });
    }

    /** Return under what a word of a text is looked up; null for what nothing is found by. */
    term(word) {
      const lower = word.toLowerCase();
      if (!lower || SILENT.has(lower)) return null;
      return this.fold.term(lower.replace(ENDING, "")) || null;
    }

    /** Return the years still to be loaded; only those wanted, where any are. */
    left(wanted) {
      return this.years.filter(([year]) => !this.loaded.has(year) && (!wanted.size || wanted.has(year)));
    }

    /** Load what is left, newest first, telling how far it is; stop when told to. An unread file is an error. */
    async read(wanted, told) {
      if (this.running) return;
      this.running = true;
      this.stopped = false;
      try {
        while (!this.stopped && this.left(wanted()).length) {
          const [year] = this.left(wanted())[0];
          told(year);
          await this.#add(await site.load(year), () => told(year));
          this.loaded.add(year);
          told(year);
        }
      } finally {
        this.running = false;
      }
    }

    async #add(records, told) {
      for (let at = 0; at < records.length; at += CHUNK) {
        const events = records.slice(at, at + CHUNK).map(([id, title, facets, text], n) => ({
          id, title, text, facets: site.readFacets(facets), at: this.events.length + n,
        }));
        this.index.addAll(events.map((one) => ({ id: one.at, title: one.title, text: one.text })));
        this.events.push(...events);
        if (at % (CHUNK * 4) === 0) told();
        await site.pause();
      }
    }

    /** Return what the words find: {events, hit}; all events, newest first, for no words. */
    find(query) {
      const terms = [...new Set(query.split(BETWEEN).slice(0, site.MOST_WORDS).map((word) => this.term(word)).filter(Boolean))];
      if (!terms.length) {
        const none = query.trim() !== "";
        return { events: none ? [] : this.#newest(this.events), hit: () => false };
      }
      let results = this.#search(terms, false);
      if (!results.length) results = this.#search(terms, true);
      const found = new Set();
      for (const one of results) for (const term of one.terms) found.add(term);
      return { events: results.map((one) => this.events[one.id]), hit: (word) => found.has(this.term(word)) };
    }

    /** Years may have been loaded in any order: ids of editions say which is newer. */
    #newest(events) {
      const order = new Map(this.years.map(([year], n) => [year, n]));
      const year = (one) => order.get(one.facets.find((pair) => pair[0] === "year")[1]);
      return [...events].sort((a, b) => year(a) - year(b) || a.at - b.at);
    }

    #search(terms, fuzzy) {
      const last = terms.length - 1;
      return this.index.search(
        { combineWith: "AND", queries: terms },
        {
          tokenize: (text) => [text],
          processTerm: (term) => term,
          prefix: (term) => term === terms[last] && term.length > 2,
          fuzzy: fuzzy ? (term) => (term.length > 4 ? 1 : false) : false,
          boost: { title: 2 },
        },
      );
    }
  }

  site.Texts = Texts;
})((window.chronicle = window.chronicle || {}));
