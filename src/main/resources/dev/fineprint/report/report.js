// SPDX-License-Identifier: Apache-2.0
// Filters, marks and explains; without it a page still shows everything and its links work.
"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("article.report").forEach(report);
  document.querySelectorAll("table.reports").forEach(sortable);
});

/** Fills {0} and {1}. */
function filled(pattern, ...values) {
  return values.reduce((text, value, i) => text.replace("{" + i + "}", value), pattern);
}

function report(article) {
  const text = article.querySelector(".text");
  const card = article.querySelector(".card");
  const form = article.querySelector(".filters");
  const notes = [...article.querySelectorAll(".note")];
  const effects = ["restricts", "burdens", "review", "compatible"];
  const flags = new Map();
  const marks = new Map();
  let current = 0;
  let timer = 0;

  const note = number => notes[number - 1];
  const shown = number => !note(number).hidden;
  const numbers = mark => mark.dataset.f.split(" ").map(Number);
  if (text) {
    text.querySelectorAll(".flag").forEach(flag => flags.set(Number(flag.dataset.n), flag));
    text.querySelectorAll("mark").forEach(mark => numbers(mark).forEach(number => {
      if (!marks.has(number)) marks.set(number, []);
      marks.get(number).push(mark);
    }));
  }

  // ---- one clause is the current one
  const at = article.querySelector(".steps .at");
  function tell() {
    if (!at) return;
    const visible = notes.filter(one => !one.hidden);
    const place = visible.indexOf(note(current)) + 1;
    at.textContent = place > 0 ? filled(at.dataset.pattern, place, visible.length) : "";
  }
  function choose(number) {
    const toggle = on => {
      if (!current) return;
      note(current).classList.toggle("current", on);
      flags.get(current)?.classList.toggle("current", on);
      (marks.get(current) || []).forEach(mark => mark.classList.toggle("current", on));
    };
    toggle(false);
    current = number;
    toggle(true);
    tell();
    const entry = note(number);
    const list = scroller(entry);
    if (list) {
      const box = entry.getBoundingClientRect();
      const room = list.getBoundingClientRect();
      if (box.top < room.top || box.bottom > room.bottom) list.scrollTop += box.top - room.top - room.height / 3;
    }
  }
  /** The box that scrolls the list alone; none where the page scrolls it. */
  function scroller(entry) {
    for (let box = entry.parentElement; box && box !== article; box = box.parentElement) {
      if (box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === "auto") return box;
    }
    return null;
  }
  function go(number) {
    const flag = flags.get(number);
    if (!flag) return;
    if (location.hash === "#" + flag.id) arrive();
    else location.hash = flag.id;
  }
  /** What a link into the report asks for. */
  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !article.contains(target)) return;
    const number = Number(target.dataset.n);
    if (!number) return;
    if (!shown(number)) {
      form.reset();
      filter();
    }
    choose(number);
    if (target === flags.get(number)) {
      target.scrollIntoView({block: "center"});
      target.focus({preventScroll: true});
    } else if (target === note(number)) {
      target.querySelector(".jump").focus({preventScroll: true});
    }
  }
  addEventListener("hashchange", arrive);

  // ---- the card explains what is pointed at or has the focus
  function element(name, style, content) {
    const made = document.createElement(name);
    if (style) made.className = style;
    if (content) made.append(content);
    return made;
  }
  function explain(anchor, list) {
    clearTimeout(timer);
    const parts = list.filter(shown).map(number => {
      const entry = note(number);
      const kind = document.getElementById(entry.dataset.kind);
      const part = element("div", entry.dataset.effect);
      const head = element("p", "head");
      head.append(entry.querySelector(".shape").cloneNode(true), element("span", "", entry.querySelector(".title").textContent),
        element("span", "effect", kind.querySelector(".effect").textContent));
      part.append(head);
      const criteria = kind.querySelector(".criteria");
      if (criteria) part.append(criteria.cloneNode(true));
      part.append(element("p", "", kind.querySelector(".explanation").textContent));
      for (const name of [".values", ".reason"]) {
        const found = entry.querySelector(name);
        if (found) part.append(found.cloneNode(true));
      }
      kind.querySelectorAll(".sources").forEach(sources => sources.querySelectorAll("li").forEach(source => {
        const line = element("p", "source");
        line.append(element("b", "", sources.querySelector("dt").textContent), " ",
          [...source.children].map(one => one.textContent).join(" \u00b7 "));
        part.append(line);
      }));
      return part;
    });
    if (parts.length === 0) {
      hide();
      return;
    }
    card.replaceChildren(...parts);
    card.hidden = false;
    card.scrollTop = 0;
    place(anchor);
  }
  function place(anchor) {
    const box = [...anchor.getClientRects()].find(one => one.bottom > 0) || anchor.getBoundingClientRect();
    const below = innerHeight - box.bottom;
    const high = card.offsetHeight;
    const top = below >= high + 12 || below >= box.top ? Math.min(box.bottom + 8, innerHeight - high - 8) : box.top - high - 8;
    card.style.top = Math.max(8, top) + "px";
    card.style.left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 12)) + "px";
  }
  function hide() {
    clearTimeout(timer);
    card.hidden = true;
  }
  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }
  if (text) {
    text.addEventListener("mouseover", event => {
      const mark = event.target.closest("mark, .flag");
      if (mark) explain(mark, mark.dataset.n ? [Number(mark.dataset.n)] : numbers(mark));
      else if (!card.hidden) hideSoon();
    });
    text.addEventListener("mouseleave", hideSoon);
    card.addEventListener("mouseenter", () => clearTimeout(timer));
    card.addEventListener("mouseleave", hideSoon);
    text.addEventListener("focusin", event => {
      const flag = event.target.closest(".flag");
      if (!flag) return;
      explain(flag, [Number(flag.dataset.n)]);
      flag.setAttribute("aria-describedby", card.id);
    });
    text.addEventListener("focusout", event => {
      event.target.removeAttribute("aria-describedby");
      hide();
    });
    text.addEventListener("click", event => {
      const mark = event.target.closest("mark");
      if (mark && getSelection().isCollapsed) {
        const first = numbers(mark).filter(shown)[0];
        if (first) go(first);
      }
    });
    addEventListener("scroll", () => {
      if (!card.hidden && !text.contains(document.activeElement)) hide();
      else if (!card.hidden && document.activeElement.matches(".flag")) place(document.activeElement);
    }, {passive: true});
  }
  addEventListener("keydown", event => {
    if (event.key === "Escape") hide();
  });

  // ---- steps, and arrows in the list
  function step(by) {
    const visible = notes.filter(one => !one.hidden);
    if (visible.length === 0) return;
    const place = visible.indexOf(note(current));
    const next = place < 0 ? (by > 0 ? 0 : visible.length - 1) : (place + by + visible.length) % visible.length;
    go(Number(visible[next].dataset.n));
  }
  article.querySelectorAll("[data-step]").forEach(button =>
    button.addEventListener("click", () => step(Number(button.dataset.step))));
  article.querySelector(".notes")?.addEventListener("keydown", event => {
    const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const entry = event.target.closest(".note");
    if (!by || !entry) return;
    const visible = notes.filter(one => !one.hidden);
    const next = visible[visible.indexOf(entry) + by];
    if (next) {
      event.preventDefault();
      next.querySelector(".jump").focus();
    }
  });

  // ---- filters
  function filter() {
    const wanted = new FormData(form);
    const chosen = wanted.getAll("effect");
    const kind = wanted.get("kind");
    const criterion = wanted.get("criterion");
    const language = wanted.get("language");
    let count = 0;
    for (const one of notes) {
      const fits = chosen.includes(one.dataset.effect)
        && (!kind || one.dataset.kind === kind)
        && (!criterion || one.dataset.criteria.split(" ").includes(criterion))
        && (!language || one.dataset.language === language);
      one.hidden = !fits;
      count += fits ? 1 : 0;
      flags.get(Number(one.dataset.n))?.classList.toggle("off", !fits);
    }
    const seen = new Set();
    marks.forEach(list => list.forEach(mark => {
      if (seen.has(mark)) return;
      seen.add(mark);
      const visible = numbers(mark).filter(shown).map(number => note(number).dataset.effect);
      mark.classList.toggle("off", visible.length === 0);
      const gravest = effects.find(effect => visible.includes(effect));
      if (gravest) effects.forEach(effect => mark.classList.toggle(effect, effect === gravest));
    }));
    const output = form.querySelector("output");
    output.textContent = filled(output.dataset.pattern, count, notes.length);
    tell();
  }
  form.addEventListener("change", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  if ([...form.querySelectorAll("select")].some(one => one.value) || form.querySelector("input:not(:checked)")) filter();
  if (location.hash) arrive();
}

function sortable(table) {
  const body = table.tBodies[0];
  table.querySelectorAll("thead button").forEach(button => button.addEventListener("click", () => {
    const head = button.closest("th");
    const column = button.dataset.column;
    const words = column === "document";
    const first = words || column === "verdict" ? "ascending" : "descending";
    const now = head.getAttribute("aria-sort");
    const next = now === "none" ? first : now === "ascending" ? "descending" : "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(one => one.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", next);
    const sign = next === "ascending" ? 1 : -1;
    const key = row => words ? row.dataset[column] : Number(row.dataset[column]);
    const compare = (a, b) => words ? a.localeCompare(b, undefined, {numeric: true}) : a - b;
    body.append(...[...body.rows].sort((a, b) => sign * compare(key(a), key(b))));
  }));
}
