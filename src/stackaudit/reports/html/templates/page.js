"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const counts = new Intl.NumberFormat("en", { useGrouping: true });
  const number = (count) => counts.format(count).replaceAll(",", "\u00a0");
  const lists = new Map();
  const severities = ["info", "low", "medium", "high", "critical"];

  /** A list that can be filtered: its items with the text that is searched, made when it is first needed. */
  const listed = (id) => {
    if (!lists.has(id)) {
      const items = [...document.getElementById(id).children];
      lists.set(id, { items, texts: null, order: [...items] });
    }
    return lists.get(id);
  };

  const say = (id, shown, total, note = "") => {
    const status = document.querySelector(`[data-status="${id}"]`);
    if (!status) return;
    const noun = status.dataset.noun + (total === 1 ? "" : "s");
    const told = shown === total ? `${number(total)} ${noun}` : `${number(shown)} of ${number(total)} ${noun} shown`;
    status.textContent = told + note;
  };

  const includes = (words, word) => ` ${words || ""} `.includes(` ${word} `);

  const filter = (panel) => {
    const id = panel.dataset.filters;
    const list = listed(id);
    const words = panel.querySelector("[data-words]").value.toLowerCase().split(/\s+/).filter(Boolean);
    const facets = all("[data-facet]", panel).map((each) => each.value).filter(Boolean);
    if (words.length && !list.texts) list.texts = new Map(list.items.map((each) => [each, each.textContent.toLowerCase()]));
    let shown = 0;
    for (const item of list.items) {
      const fits = facets.every((value) => includes(item.dataset.in, value))
        && (!words.length || words.every((word) => list.texts.get(item).includes(word)));
      if (item.hidden === fits) item.hidden = !fits;
      shown += fits;
    }
    say(id, shown, list.items.length);
  };

  const clear = (panel) => {
    for (const field of all("[data-words], [data-facet]", panel)) field.value = "";
    filter(panel);
  };

  const reorder = (parent, items) => {
    const moved = document.createDocumentFragment();
    moved.append(...items);
    parent.append(moved);
  };

  const order = (panel, key) => {
    const list = listed(panel.dataset.filters);
    const items = key ? [...list.order].sort((a, b) => b.dataset[key] - a.dataset[key]) : list.order;
    reorder(document.getElementById(panel.dataset.filters), items);
  };

  for (const panel of all("[data-filters]")) {
    let waiting = 0;
    panel.hidden = false;
    panel.querySelector("[data-words]").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => filter(panel), 80);
    });
    for (const facet of all("[data-facet]", panel)) facet.addEventListener("change", () => filter(panel));
    panel.querySelector("[data-order]")?.addEventListener("change", (event) => order(panel, event.target.value));
    panel.querySelector("[data-clear]").addEventListener("click", () => {
      clear(panel);
      panel.querySelector("[data-words]").focus();
    });
    for (const button of all("[data-open]", panel)) {
      button.addEventListener("click", () => {
        for (const item of listed(panel.dataset.filters).items) if (!item.hidden) item.open = Boolean(button.dataset.open);
      });
    }
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") clear(panel);
    });
    if (all("[data-words], [data-facet]", panel).some((field) => field.value)) filter(panel);
  }

  const value = (row, column, kind) => {
    const cell = row.cells[column];
    const text = cell.dataset.value ?? cell.textContent.trim();
    if (kind === "severity") return severities.indexOf(text);
    if (kind === "number") return text ? Number(text.replaceAll("\u00a0", "")) : -Number.MAX_VALUE;
    return text.toLowerCase();
  };

  /** Rows in a new order; those without text come last either way, and equal ones keep their order. */
  const sort = (table, heading) => {
    const { sort: kind, first = "ascending" } = heading.dataset;
    const was = heading.getAttribute("aria-sort");
    const now = was ? (was === "ascending" ? "descending" : "ascending") : first;
    const sign = now === "ascending" ? 1 : -1;
    const body = table.tBodies[0];
    const keyed = [...body.rows].map((row) => [value(row, heading.cellIndex, kind), row]);
    const language = new Intl.Collator("en", { numeric: true });
    keyed.sort(([a], [b]) => {
      if (kind !== "text") return sign * (a - b);
      return (a === "") - (b === "") || sign * language.compare(a, b);
    });
    for (const other of all("th[aria-sort]", table)) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", now);
    reorder(body, keyed.map(([, row]) => row));
    const shown = keyed.filter(([, row]) => !row.hidden).length;
    say(body.id, shown, keyed.length, `, sorted by ${heading.textContent.trim().toLowerCase()}, ${now}`);
  };

  for (const table of all("table[data-sortable]")) {
    for (const heading of all("thead th[data-sort]", table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sort(table, heading));
    }
  }

  /** Shows of the map what is on a line that is on; stations at which no line ever stops stay. */
  const switchLines = (panel, drawing) => {
    const boxes = all("input", panel);
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    for (const { value } of boxes) {
      for (const part of all(`g.line-${value}, .sign.line-${value}`, drawing)) {
        part.closest("g").toggleAttribute("hidden", off.has(value));
      }
    }
    const served = new Map();
    for (const stop of all("#map [data-line] [data-stop]")) {
      const on = !off.has(stop.closest("[data-line]").dataset.line);
      served.set(stop.dataset.stop, on || served.get(stop.dataset.stop) === true);
    }
    for (const station of all("g.system", drawing)) {
      station.toggleAttribute("hidden", served.get(station.dataset.key) === false);
    }
    say("map-lines", boxes.length - off.size, boxes.length);
  };

  for (const panel of all("[data-lines]")) {
    const drawing = document.querySelector("#map .drawing");
    const large = panel.querySelector("[data-large]");
    panel.hidden = false;
    panel.addEventListener("change", () => switchLines(panel, drawing));
    for (const button of all("[data-all]", panel)) {
      button.addEventListener("click", () => {
        for (const box of all("input", panel)) box.checked = Boolean(button.dataset.all);
        switchLines(panel, drawing);
      });
    }
    large.addEventListener("click", () => {
      large.setAttribute("aria-pressed", String(drawing.classList.toggle("large")));
    });
    if (all("input:not(:checked)", panel).length) switchLines(panel, drawing);
  }

  /** Makes a station of the map lead to where its name in the table of lines leads. */
  const leads = new Map(all("#map [data-stop]").map((stop) => [stop.dataset.stop, stop.hash]));
  for (const station of all("#map g.system")) {
    const address = leads.get(station.dataset.key);
    if (!address) continue;
    station.classList.add("leads");
    station.addEventListener("click", () => {
      location.hash = address;
      reveal();
    });
  }

  /** Brings what the address names into view, though it be closed or filtered out. */
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (const [id, list] of lists) {
      const hidden = list.items.find((item) => item.hidden && item.contains(target));
      if (hidden) clear(document.querySelector(`[data-filters="${id}"]`));
    }
    let closed = false;
    for (let each = target.closest("details"); each; each = each.parentElement.closest("details")) {
      closed ||= !each.open;
      each.open = true;
    }
    if (closed || target.matches("tr")) target.scrollIntoView({ block: target.matches("tr") ? "center" : "start" });
  };
  addEventListener("hashchange", reveal);
  reveal();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });

  const entries = new Map(all(".contents a").map((link) => [link.hash.slice(1), link]));
  const seen = new Set();
  const watch = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target.id);
    const current = [...entries.keys()].find((id) => seen.has(id));
    for (const [id, link] of entries) {
      if (id === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-10% 0px -70% 0px" });
  for (const id of entries.keys()) watch.observe(document.getElementById(id));
})();
