/* What names things -> an index of it, and what a query finds there: people, places, articles, topics, cases, outlets, digests. */
"use strict";
(function (site) {
  //: kinds of what is found, in the order in which they stand
  const KINDS = { people: "People", places: "Places", articles: "Articles of law", topics: "Topics", cases: "Cases", outlets: "Outlets", digests: "Digests" };
  const NUMBER = /(\d{1,4}(?:-\d{1,3})?)(?:\s*\(\s*(\d{1,3}(?:-\d{1,2})?)\s*\))?(?:\s*\(\s*(\d{1,3})\s*\))?/;
  const PART = /\bpart\s+(\d{1,3}(?:-\d{1,2})?)/i;
  const POINT = /\bpoint\s+(\d{1,3})/i;
  const EVENT = /^\s*(\d{4}-\d{2})\s?[.\s/]\s?([0-9a-z]{1,8})\s*$/i;
  //: words that say "article" or nothing
  const SILENT = new Set(["article", "articles", "art", "part", "point", "of", "the", "no"]);

  const events = (number) => site.count(number, "event");

  /** Yield every entity of the names file: {kind, label, also, href, remark, number}. */
  function* entities(data) {
    for (const line of data.people.split("\n").filter(Boolean)) {
      const [last, rest = "", number = "", id = "", also = ""] = line.split("\t");
      const label = rest ? rest + " " + last : last;
      const slug = id || label.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
      const of = Number(number || 1);
      yield { kind: "people", label, also: also ? also.split("|") : [], href: "../people/" + slug + "/index.html", remark: events(of), number: of };
    }
    for (const [id, label, kind, around, number, ...also] of data.places) {
      const where = kind + (around ? " in " + around : "");
      yield { kind: "places", label, also, href: "../places/" + id + "/index.html", remark: where + ", " + events(number), number };
    }
    for (const [id, slug, label] of data.codes) {
      yield { kind: "articles", label, also: [id], href: "../statutes/" + slug + "/index.html", remark: id, number: 0 };
    }
    const codes = new Map(data.codes.map(([id, slug]) => [slug, id]));
    for (const [id, title, number, ...anchors] of data.articles) {
      const [slug, article] = id.split("/");
      const label = codes.get(slug) + " " + article + (title ? ": " + title : "");
      yield { kind: "articles", label, named: title, also: [], href: "../statutes/" + id + "/index.html", remark: events(number), number, slug, article, anchors };
    }
    for (const [id, label, number] of data.topics) {
      yield { kind: "topics", label, also: [], href: "../topics/" + id + "/index.html", remark: events(number), number };
    }
    for (const [id, label, number] of data.cases) {
      yield { kind: "cases", label, also: [], href: "../cases/" + id + "/index.html", remark: events(number), number };
    }
    for (const [id, label, number, ...also] of data.outlets) {
      const href = "#" + new URLSearchParams([["source", id]]);
      yield { kind: "outlets", label, also: also.filter((host) => host !== label), href, remark: "cited in " + events(number), number };
    }
    for (const [id, label, labels] of data.editions) {
      const number = Array.isArray(labels) ? labels.length : labels;
      yield { kind: "digests", label, also: [id], href: "../editions/" + id + "/index.html", remark: events(number), number };
    }
  }

  //: milliseconds of work between two breaths of the page
  const BREATH = 8;

  class Names {
    /** Return the names of a file once they can be searched; keys and clicks come between. */
    static async read(data) {
      await site.pause();
      const names = new Names(data);
      await site.pause();
      let since = performance.now();
      for (const [id, one] of names.all.entries()) {
        names.index.add({ id, label: one.named ?? one.label, also: one.also.join(" ") });
        if (performance.now() - since > BREATH) {
          await site.pause();
          since = performance.now();
        }
      }
      return names;
    }

    /** Take a names file; `read` indexes it. */
    constructor(data) {
      const fold = (this.fold = new site.Fold(data));
      this.codes = data.codes;
      this.labels = new Map(data.editions.map(([id, , labels]) => [id, labels]));
      this.gone = new Set(data.gone);
      this.all = [...entities(data)];
      this.index = new MiniSearch({
        fields: ["label", "also"],
        tokenize: (text) => fold.parts(text),
        processTerm: (word) => [...new Set([fold.term(word), fold.plain(word)])].filter(Boolean),
      });
    }

    /** Return the id of the event that the query is, '' for none: "2022-12.18". */
    event(query) {
      const found = EVENT.exec(query);
      const label = found && found[2].toLowerCase();
      const labels = found && this.labels.get(found[1]);
      const id = found && found[1] + "." + label;
      if (!found) return "";
      const there = Array.isArray(labels) ? labels.includes(label) : /^[1-9]\d*$/.test(label) && Number(label) <= labels;
      return there || this.gone.has(id) ? id : "";
    }

    /** Return what the words name: {groups: Map kind -> entities, hit, near}; near where only similar names were found. */
    find(query) {
      const words = this.fold.parts(query).slice(0, site.MOST_WORDS);
      const terms = new Set();
      const found = new Map();
      let near = false;
      const add = (one) => {
        if (!found.has(one.kind)) found.set(one.kind, new Set());
        found.get(one.kind).add(one);
      };
      for (const one of this.#articles(query, terms)) add(one);
      let results = this.#search(words, false);
      if (!results.length && !found.size) {
        results = this.#search(words, true);
        near = results.length > 0;
      }
      for (const one of results) {
        add(this.all[one.id]);
        for (const term of one.terms) terms.add(term);
      }
      const groups = new Map(Object.keys(KINDS).filter((kind) => found.has(kind)).map((kind) => [kind, [...found.get(kind)]]));
      return { groups, near, hit: (word) => this.#hits(word, terms) };
    }

    #hits(word, terms) {
      return this.fold.parts(word).some((part) => terms.has(this.fold.term(part)) || terms.has(this.fold.plain(part)));
    }

    #search(words, fuzzy) {
      const queries = words
        .map((word) => [...new Set([this.fold.term(word), this.fold.plain(word)])].filter(Boolean))
        .filter((forms) => forms.length)
        .map((forms) => ({ combineWith: "OR", queries: forms }));
      if (!queries.length) return [];
      return this.index.search({ combineWith: "AND", queries }, {
        tokenize: (text) => [text],
        processTerm: (term) => term,
        prefix: true,
        fuzzy: fuzzy ? (term) => (term.length > 3 ? 0.25 : false) : false,
        boost: { label: 2 },
        boostDocument: (id) => 1 + Math.log10(1 + this.all[id].number) / 2,
      });
    }

    /** Yield the articles that the query names by number: "405", "405(2)", "cc 405", "article 405, part 2". */
    *#articles(query, terms) {
      const number = NUMBER.exec(query);
      if (!number) return;
      const part = number[2] || PART.exec(query)?.[1];
      const point = number[3] || POINT.exec(query)?.[1];
      const words = query.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word && !SILENT.has(word));
      const codes = new Set(this.codes.filter(([id, , name]) => this.#names(words, id, name)).map(([, slug]) => slug));
      const fitting = this.all.filter((one) => one.article && codes.has(one.slug) && one.article.startsWith(number[1]));
      fitting.sort((a, b) => (b.article === number[1]) - (a.article === number[1]) || b.number - a.number);
      for (const one of fitting) {
        terms.add(one.article);
        yield part && one.article === number[1] ? this.#part(one, part, point) : one;
      }
    }

    /** Tell whether the words beside a number stand for a code: its id, or words of its name. */
    #names(words, id, name) {
      if (words.length === 1 && words[0] === id.toLowerCase()) return true;
      const own = name.toLowerCase().split(/\s+/);
      return words.every((word) => own.some((one) => one.startsWith(word)));
    }

    /** Return the article at the part that is asked for, where an event cites it. */
    #part(one, part, point) {
      const anchor = "part-" + part + (point ? "-point-" + point : "");
      const words = "part " + part + (point ? ", point " + point : "");
      if (!one.anchors.includes(anchor)) return { ...one, remark: one.remark + "; none cites " + words };
      return { ...one, label: one.label.replace(one.article, one.article + ", " + words), href: one.href + "#" + anchor };
    }
  }

  site.MOST_WORDS = 20;
  site.KINDS = KINDS;
  site.Names = Names;
})((window.chronicle = window.chronicle || {}));
