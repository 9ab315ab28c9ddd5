/* Facets of a list: boxes to tick, what is left with them, and how many each would leave; the choice in the address. */
"use strict";
(function (site) {
  const LONGEST = 60;

  /** Return an element with text in it: nothing of a digest or an address is ever read as markup. */
  site.element = function (name, words, attributes) {
    const made = document.createElement(name);
    if (words) made.textContent = words;
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    return made;
  };

  /** 1200, "event" -> "1,200 events". */
  site.count = function (number, one, several) {
    return number.toLocaleString("en") + " " + (number === 1 ? one : several || one + "s");
  };

  /** Do what a changed address says, unless it says only what was put there. */
  site.onAddress = function (read) {
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) !== site.written) read();
    });
  };

  site.shortened = function (words) {
    return words.length > LONGEST ? words.slice(0, LONGEST) + "…" : words;
  };

  /** Return what follows "#" as pairs; an anchor of the page ("#part-2") is none. */
  site.readState = function () {
    const hash = location.hash.slice(1);
    return hash.includes("=") ? [...new URLSearchParams(hash)] : [];
  };

  /** Put pairs into the address after "#": no server is told what is looked for, and it works from a disk. */
  site.writeState = function (pairs) {
    const words = new URLSearchParams(pairs).toString();
    site.written = words;
    if (words === location.hash.slice(1) && !location.search) return;
    try {
      history.replaceState(null, "", location.pathname + (words ? "#" + words : ""));
    } catch {
      // A page from a disk may be refused it, and none may ask too often.
      location.hash = words || (location.search ? "q=" : "");
    }
  };

  class Facets {
    /** Take the element that holds the boxes, and what to do when one is ticked. */
    constructor(root, changed) {
      this.boxes = new Map();
      this.groups = new Map();
      for (const group of root.querySelectorAll("[data-facet]")) {
        const boxes = new Map();
        for (const box of group.querySelectorAll("input")) {
          boxes.set(box.value, { box, item: box.closest("li"), count: box.closest("li").querySelector(".count") });
        }
        this.boxes.set(group.dataset.facet, boxes);
        this.groups.set(group.dataset.facet, group);
      }
      root.addEventListener("change", changed);
    }

    /** Return the values ticked, as pairs in the order of the page. */
    get chosen() {
      const pairs = [];
      for (const [key, boxes] of this.boxes) {
        for (const [value, one] of boxes) if (one.box.checked) pairs.push([key, value]);
      }
      return pairs;
    }

    /** Tick what the pairs say and nothing else; return in words those that do not exist here. */
    choose(pairs) {
      const unknown = [];
      for (const boxes of this.boxes.values()) for (const one of boxes.values()) one.box.checked = false;
      for (const [key, value] of pairs) {
        const one = this.boxes.get(key)?.get(value);
        if (one) {
          one.box.checked = true;
          this.groups.get(key).open = true;
        } else unknown.push(site.shortened(key) + " “" + site.shortened(value) + "”");
      }
      return unknown;
    }

    /** Return the items that fit what is ticked (any value of a facet, every facet), and show what each box would leave. */
    narrow(items) {
      const wanted = new Map();
      for (const [key, value] of this.chosen) wanted.set(key, (wanted.get(key) || new Set()).add(value));
      const counts = new Map([...this.boxes.keys()].map((key) => [key, new Map()]));
      const left = items.filter((item) => this.#fits(item.facets, wanted, counts));
      this.show(counts);
      return left;
    }

    /** Count an item where it fits all facets but at most one: there it says what another tick would leave. */
    #fits(facets, wanted, counts) {
      let missed = null;
      for (const [key, values] of wanted) {
        if (facets.some((pair) => pair[0] === key && values.has(pair[1]))) continue;
        if (missed !== null) return false;
        missed = key;
      }
      for (const [key, value] of facets) {
        if (missed !== null && missed !== key) continue;
        const of = counts.get(key);
        if (of) of.set(value, (of.get(value) || 0) + 1);
      }
      return missed === null;
    }

    /** Show counts: a map of maps. A value that would leave nothing is not shown, unless it is ticked. */
    show(counts) {
      for (const [key, boxes] of this.boxes) {
        const group = this.groups.get(key);
        let shown = 0;
        let ticked = 0;
        for (const [value, one] of boxes) {
          const number = counts.get(key)?.get(value) || 0;
          const words = number.toLocaleString("en");
          if (one.count.textContent !== words) one.count.textContent = words;
          one.item.hidden = !number && !one.box.checked;
          shown += !one.item.hidden;
          ticked += one.box.checked;
        }
        group.hidden = !shown;
        group.querySelector(".chosen").textContent = ticked ? ticked + " chosen" : "";
      }
    }
  }

  /** "place:west year:2022" -> [["place", "west"], ["year", "2022"]]. */
  site.readFacets = function (words) {
    return words.split(" ").filter(Boolean).map((word) => {
      const at = word.indexOf(":");
      return [word.slice(0, at), word.slice(at + 1)];
    });
  };

  /** Return the sentence that names what was asked for and does not exist. */
  site.dropped = function (unknown) {
    if (!unknown.length) return "";
    const named = unknown.slice(0, 5).join(", ") + (unknown.length > 5 ? ", and more" : "");
    return "The address asks for what is not here, and that was left out: " + named + ".";
  };

  site.Facets = Facets;
})((window.chronicle = window.chronicle || {}));
