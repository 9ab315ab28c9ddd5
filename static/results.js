/* What is found -> elements of the page, with what matched in bold. */
"use strict";
(function (site) {
  // a word: letters and digits, with an apostrophe inside
  const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
  const BEFORE = 90;
  const SNIPPET = 320;

  /** Return text as a fragment in which the words that `hit` knows stand in <mark>. */
  site.marked = function (text, hit) {
    const made = document.createDocumentFragment();
    let at = 0;
    for (const found of text.matchAll(WORD)) {
      if (!hit(found[0])) continue;
      made.append(text.slice(at, found.index), site.element("mark", found[0]));
      at = found.index + found[0].length;
    }
    made.append(text.slice(at));
    return made;
  };

  /** Return the part of text around the first words that `hit` knows. */
  site.snippet = function (text, hit) {
    let first = 0;
    for (const found of text.matchAll(WORD)) {
      if (hit(found[0])) {
        first = found.index;
        break;
      }
    }
    let start = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
    if (start > first) start = first;
    let end = text.length;
    if (end > start + SNIPPET) end = text.lastIndexOf(" ", start + SNIPPET);
    if (end <= first) end = Math.min(text.length, start + SNIPPET);
    return (start ? "… " : "") + text.slice(start, end).trim() + (end < text.length ? " …" : "");
  };

  /** Return a line of a group of names: {label, href, also, remark}. */
  site.nameLine = function (one, hit) {
    const item = site.element("li");
    const link = site.element("a", "", { href: one.href });
    link.append(site.marked(one.label, hit));
    item.append(link);
    const also = one.also.filter((form) => [...form.matchAll(WORD)].some((word) => hit(word[0])));
    if (also.length) {
      const words = site.element("span", " also ", { class: "also" });
      words.append(site.marked(also.slice(0, 3).join(", "), hit));
      item.append(words);
    }
    if (one.remark) item.append(" ", site.element("span", one.remark, { class: "remark" }));
    return item;
  };

  /** Return an event as a row, like those of the site's lists. */
  site.eventRow = function (one, hit) {
    const row = site.element("li", "", { class: "row" });
    row.append(site.element("p", one.id, { class: "when" }));
    const what = site.element("p", "", { class: "what" });
    const link = site.element("a", "", { href: site.eventHref(one.id) });
    link.append(site.marked(one.title, hit));
    what.append(link);
    row.append(what);
    const say = site.element("p", "", { class: "say" });
    say.append(site.marked(site.snippet(one.text, hit), hit));
    row.append(say);
    return row;
  };

  /** "2022-12.18" -> "../events/2022-12/18/index.html". */
  site.eventHref = function (id) {
    return "../events/" + id.replace(".", "/") + "/index.html";
  };

  /** Return the boxes of the facets: [[key, name, [[value, label, count]]]] -> elements that `Facets` takes. */
  site.facetGroups = function (facets) {
    return facets.filter((one) => one[2].length > 1).map(([key, name, values]) => {
      const group = site.element("details", "", { class: "facet", "data-facet": key });
      const summary = site.element("summary", name + " ");
      summary.append(site.element("span", "", { class: "remark chosen" }));
      const list = site.element("ul");
      for (const [value, label, count] of values) {
        const item = site.element("li");
        const words = site.element("label");
        words.append(site.element("input", "", { type: "checkbox", value }), " " + label + " ");
        words.append(site.element("span", count.toLocaleString("en"), { class: "remark count" }));
        item.append(words);
        list.append(item);
      }
      group.append(summary, list);
      return group;
    });
  };
})((window.chronicle = window.chronicle || {}));
