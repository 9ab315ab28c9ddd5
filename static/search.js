/* The search page: what is typed and ticked -> what is shown and what the address says. */
"use strict";
(function (site) {
  const LONGEST = 300;
  const SHOWN = 8;
  const EVENTS = 20;
  const at = (id) => document.getElementById(id);
  const form = at("search");
  if (!form) return;
  const box = form.querySelector("input");
  let names, texts, facets;
  let asked = false;
  let limit = EVENTS;
  let failed = "";
  let later = 0;
  let telling = 0;
  let writing = 0;

  /** Return what is looked for, of a bounded length. */
  const query = () => box.value.slice(0, LONGEST).trim();
  const chosenYears = () => new Set(facets.chosen.filter((pair) => pair[0] === "year").map((pair) => pair[1]));
  const wantsEvents = () => asked || facets.chosen.length > 0;

  // ---------------------------------------------------------------- what is shown

  function showNames() {
    const id = names.event(query());
    const found = query() && !id ? names.find(query()) : { groups: new Map(), near: false };
    const groups = [...found.groups].map(([kind, all]) => nameGroup(kind, all, found.hit));
    if (id) groups.unshift(eventGroup(id));
    if (found.near) groups.unshift(site.element("p", "Nothing is spelled so. These names are similar:", { class: "remark" }));
    at("names").replaceChildren(...groups);
    const counted = [...found.groups].map(([kind, all]) => site.KINDS[kind].toLowerCase() + ": " + all.length.toLocaleString("en"));
    return id ? ["event " + id, ...counted] : counted;
  }

  function heading(words, number) {
    const made = site.element("h2", words + " ");
    made.append(site.element("span", number, { class: "remark" }));
    return made;
  }

  function nameGroup(kind, all, hit) {
    const group = site.element("section", "", { class: "group", "data-kind": kind });
    const list = site.element("ul", "", { class: "refs" });
    list.append(...all.slice(0, SHOWN).map((one) => site.nameLine(one, hit)));
    group.append(heading(site.KINDS[kind], all.length.toLocaleString("en")), list);
    if (all.length > SHOWN) {
      const most = all.slice(SHOWN, 200);
      const words = "Show " + (most.length === all.length - SHOWN ? "the other " : "the next ") + most.length;
      const more = site.element("button", words, { type: "button" });
      more.addEventListener("click", () => {
        list.append(...most.map((one) => site.nameLine(one, hit)));
        list.children[SHOWN].querySelector("a").focus();
        more.remove();
      });
      group.append(more);
    }
    return group;
  }

  function eventGroup(id) {
    const group = site.element("section", "", { class: "group", "data-kind": "event" });
    const line = site.element("p");
    line.append(site.element("a", "Event " + id, { href: site.eventHref(id) }));
    line.append(" ", site.element("span", "press Enter to go there", { class: "remark" }));
    group.append(heading("Event", ""), line);
    return group;
  }

  /** Show the events that are loaded and fit; before any is asked for, only how many there are to read. */
  function showEvents() {
    const part = at("events");
    part.hidden = !wantsEvents();
    at("ask").hidden = wantsEvents();
    if (part.hidden) {
      facets.show(totals());
      return "";
    }
    const found = texts.find(query());
    const left = facets.narrow(found.events);
    at("events-count").textContent = left.length.toLocaleString("en") + (left.length < 2 ? "" : query() ? ", best match first" : ", newest first");
    at("rows").replaceChildren(...left.slice(0, limit).map((one) => site.eventRow(one, found.hit)));
    at("more").hidden = left.length <= limit;
    at("none").hidden = left.length > 0 || texts.running || Boolean(failed);
    at("clear").hidden = !facets.chosen.length;
    return "events: " + left.length.toLocaleString("en");
  }

  /** Return how many events each value has in the whole chronicle. */
  function totals() {
    return new Map(names.facets.map(([key, , values]) => [key, new Map(values.map(([value, , count]) => [value, count]))]));
  }

  function showProgress(year) {
    const all = texts.years.filter(([one]) => !chosenYears().size || chosenYears().has(one));
    const whole = all.reduce((sum, one) => sum + one[1], 0);
    const read = Math.min(texts.events.length, whole);
    at("progress").hidden = !texts.running && !failed && !texts.stopped;
    at("bar").max = whole || 1;
    at("bar").value = read;
    at("bar").hidden = !texts.running;
    at("stop").hidden = !texts.running;
    at("again").hidden = texts.running || !texts.left(chosenYears()).length;
    at("progress-words").textContent = failed || (texts.running ? "Reading " + year + ": " : "Stopped: ") +
      read.toLocaleString("en") + " of " + site.count(whole, "event") + " read, newest first.";
  }

  /** Say what was found, once the typing rests. */
  function tell(parts) {
    const words = parts.filter(Boolean).join("; ");
    const nothing = query() ? "Nothing is named so." : "";
    clearTimeout(telling);
    telling = setTimeout(() => {
      at("status").textContent = words ? "Found " + words + "." : nothing;
    }, 300);
  }

  function show() {
    const said = showNames();
    clearTimeout(later);
    at("too-long").hidden = box.value.length <= LONGEST;
    // Names come first: reading through texts waits until the key has been answered.
    later = setTimeout(() => {
      tell([...said, showEvents()]);
      clearTimeout(writing);
      writing = setTimeout(write, 250);
    }, wantsEvents() ? 60 : 0);
  }

  // ---------------------------------------------------------------- what is loaded

  async function read() {
    if (!wantsEvents() || texts.running || !texts.left(chosenYears()).length) return;
    failed = "";
    let shown = 0;
    const reading = texts.read(chosenYears, (year) => {
      showProgress(year);
      if (Date.now() - shown > 1000) {
        showEvents();
        shown = Date.now();
      }
    });
    try {
      await reading;
    } catch (error) {
      failed = "The events of " + error.message + " could not be read.";
    }
    showProgress("");
    show();
  }

  /** Follow the link to the event that the query is; the way back leads to the search. */
  function go() {
    write();
    at("names").querySelector("a").click();
  }

  function ask() {
    asked = true;
    limit = EVENTS;
    show();
    read();
  }

  // ---------------------------------------------------------------- the address

  function write() {
    const words = query();
    const pairs = [...(words ? [["q", words]] : []), ...facets.chosen, ...(asked ? [["text", "yes"]] : [])];
    site.writeState(pairs);
  }

  function take(pairs) {
    box.value = pairs.filter((pair) => pair[0] === "q").map((pair) => pair[1]).join(" ").slice(0, LONGEST);
    asked = pairs.some((pair) => pair[0] === "text" && pair[1] === "yes");
    const unknown = facets.choose(pairs.filter((pair) => pair[0] !== "q" && !(pair[0] === "text" && pair[1] === "yes")));
    at("dropped").textContent = site.dropped(unknown);
    at("dropped").hidden = !unknown.length;
    limit = EVENTS;
    show();
    read();
  }

  /** Do what the address says; a question from another page's box goes straight to an event. */
  function open() {
    const pairs = site.readState();
    const put = new URLSearchParams(location.search).get("q") || "";
    if (pairs.length || !put) return take(pairs);
    take([["q", put]]);
    if (names.event(query())) return go();
    // Who pressed Enter and is told no name wants the words.
    if (query() && !names.find(query()).groups.size) ask();
  }

  // ---------------------------------------------------------------- at the start

  async function start(data) {
    names = await site.Names.read(data);
    names.facets = data.facets;
    texts = new site.Texts(names.fold, data.years);
    for (const one of data.facets) {
      await site.pause();
      at("facets").append(...site.facetGroups([one]));
    }
    await site.pause();
    facets = new site.Facets(at("facets"), () => {
      limit = EVENTS;
      at("dropped").hidden = true;
      show();
      read();
    });
    const bytes = data.years.reduce((sum, one) => sum + one[2], 0);
    const size = bytes > 1e6 ? (bytes / 1e6).toFixed(1) + " MB" : Math.ceil(bytes / 1e3) + " kB";
    at("ask-size").textContent = "up to " + size + ", loaded newest first";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (names.event(query())) go();
      else if (query()) ask();
    });
    box.addEventListener("input", () => {
      limit = EVENTS;
      show();
    });
    at("ask").querySelector("button").addEventListener("click", () => {
      ask();
      box.focus();
    });
    at("more").addEventListener("click", () => {
      const first = limit;
      limit += EVENTS;
      showEvents();
      at("rows").children[first].querySelector("a").focus();
    });
    at("stop").addEventListener("click", () => {
      texts.stopped = true;
      at("progress-words").textContent = "Stopping.";
    });
    at("again").addEventListener("click", read);
    at("clear").addEventListener("click", () => {
      facets.choose([]);
      show();
      read();
      box.focus();
    });
    site.onAddress(() => take(site.readState()));
    at("wait").hidden = true;
    at("panel").hidden = false;
    document.documentElement.dataset.search = "ready";
    open();
  }

  at("without").hidden = true;
  form.hidden = false;
  at("wait").hidden = false;
  site.load("names").then(start, () => {
    at("wait").textContent = "The index of names could not be read: load the page again, or use the indexes below.";
    at("without").hidden = false;
  });
})((window.chronicle = window.chronicle || {}));
