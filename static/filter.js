/* The list of events on a page, narrowed in place by its facets. Without this script the whole list is there. */
"use strict";
(function (site) {
  const panel = document.getElementById("filter");
  if (!panel) return;
  const rows = [...document.querySelectorAll("[data-facets]")].map((row) => ({
    row,
    id: row.querySelector("a").getAttribute("href"),
    facets: site.readFacets(row.dataset.facets),
  }));
  // An event may stand under several headings: it is counted once.
  const events = [...new Map(rows.map((one) => [one.id, one])).values()];
  const status = panel.querySelector(".status");
  const notice = panel.querySelector(".notice");
  const clear = panel.querySelector("button");
  const months = [...document.querySelectorAll(".month")].map((month) => {
    const count = month.querySelector("h3 .remark");
    return { month, count, said: count.textContent, rows: [...month.querySelectorAll("[data-facets]")] };
  });
  const jumps = [...document.querySelectorAll('.jumps a[href^="#month-"]')].map((link) => ({
    item: link.closest("li"),
    month: document.getElementById(link.getAttribute("href").slice(1)),
  }));
  const facets = new site.Facets(panel, () => {
    notice.hidden = true;
    show();
    site.writeState(facets.chosen);
  });

  /** Show the rows that fit, their months, and how many they are. */
  function show() {
    const left = new Set(facets.narrow(events).map((one) => one.id));
    const narrowed = facets.chosen.length > 0;
    for (const one of rows) one.row.hidden = !left.has(one.id);
    for (const one of months) {
      const number = one.rows.filter((row) => !row.hidden).length;
      one.month.hidden = !number;
      one.count.textContent = narrowed ? number.toLocaleString("en") + " of " + one.said : one.said;
    }
    for (const one of jumps) one.item.hidden = Boolean(one.month && one.month.hidden);
    const all = site.count(events.length, "event");
    status.textContent = narrowed ? left.size.toLocaleString("en") + " of " + all + " shown." : "All " + all + " shown.";
    clear.hidden = !narrowed;
  }

  /** Do what the address says; an anchor of the page says nothing of the list. */
  function read() {
    const pairs = site.readState();
    if (!pairs.length && location.hash.length > 1) return;
    const unknown = facets.choose(pairs);
    notice.textContent = site.dropped(unknown);
    notice.hidden = !unknown.length;
    if (unknown.length) site.writeState(facets.chosen);
    show();
  }

  clear.addEventListener("click", () => {
    facets.choose([]);
    show();
    site.writeState([]);
    panel.querySelector("summary").focus();
  });
  // A jump within the page keeps the choice in the address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const target = link && facets.chosen.length && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  });
  site.onAddress(read);
  panel.hidden = false;
  show();
  read();
})((window.chronicle = window.chronicle || {}));
