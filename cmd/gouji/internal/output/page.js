"use strict";
// The page of an audit: sorts and searches the overview, filters the findings,
// and unpacks a report when it is asked for. All words of reports are put in as
// text; the one thing put in as HTML is a report that was packed by gouji, which
// has no word of a report that is not escaped.
(() => {
  const at = (id) => document.getElementById(id);
  const data = JSON.parse(at("data").textContent);
  const zh = data.lang !== "en";
  const say = (a, b) => (zh ? a : b);
  const make = (tag, attributes = {}, ...kids) => {
    const e = document.createElement(tag);
    for (const [k, v] of Object.entries(attributes)) if (v !== undefined) e.setAttribute(k, v);
    e.append(...kids.filter((k) => k !== undefined && k !== ""));
    return e;
  };
  const severities = { 3: ["error", say("错误", "error")], 2: ["warning", say("核实", "warning")], 1: ["info", say("提示", "info")] };
  const states = {
    confirmed: say("确认", "confirmed"), dismissed: say("驳回", "dismissed"), open: say("待定", "open"),
    changed: say("报告改动后待复核", "changed since"), none: say("未复核", "not reviewed"),
  };
  const organOf = (r) => (r.o >= 0 ? data.organs[r.o] : r.n);
  const called = (r) => [organOf(r), r.y ? say(r.y + "年度", String(r.y)) : ""].filter(Boolean).join(" ") || r.p;

  // The overview.
  const body = at("matrix").tBodies[0];
  const heads = [...at("matrix").tHead.rows[0].cells];
  const sortBy = (column) => {
    const head = heads[column];
    const down = column === 0 ? head.getAttribute("aria-sort") === "ascending" : head.getAttribute("aria-sort") !== "descending";
    heads.forEach((h) => h.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = column === 0
      ? (row) => row.dataset.name
      : (row) => Number(row.cells[column].dataset.k);
    const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const rows = [...body.rows].map((row, i) => [key(row), Number(row.dataset.n), row]);
    rows.sort((a, b) => (down ? compare(b[0], a[0]) : compare(a[0], b[0])) || a[1] - b[1]);
    body.append(...rows.map((r) => r[2]));
  };
  [...body.rows].forEach((row, i) => {
    row.dataset.n = i;
    row.dataset.name = row.cells[0].textContent;
  });
  heads.forEach((h, i) => h.firstElementChild.addEventListener("click", () => sortBy(i)));
  heads[0].setAttribute("aria-sort", "ascending");
  const searchOrgans = () => {
    const words = at("organ-search").value.trim().toLowerCase();
    const bad = at("organ-bad").checked;
    let shown = 0;
    for (const row of body.rows) {
      const found = row.dataset.name.toLowerCase().includes(words) && (!bad || row.querySelector(".error, .warning, .info, .none"));
      row.hidden = !found;
      shown += found ? 1 : 0;
    }
    at("organ-count").textContent = say(`显示 ${shown} 个，共 ${body.rows.length} 个机关`, `${shown} of ${body.rows.length} organs`);
  };
  at("organ-search").addEventListener("input", searchOrgans);
  at("organ-bad").addEventListener("change", searchOrgans);
  searchOrgans();

  // The findings.
  const step = 100;
  for (const f of data.findings) {
    const r = data.reports[f.r];
    f.words = [organOf(r), r.n, r.y, r.p, f.c, data.titles[f.c], f.m, f.l, f.x, f.v].join(" ").toLowerCase();
  }
  const options = (id, list) => at(id).append(...list.map(([value, words]) => make("option", { value }, words)));
  const used = (key) => [...new Set(data.findings.map(key))];
  options("by-code", used((f) => f.c).sort().map((c) => [c, c + " " + data.titles[c]]));
  options("by-organ", used((f) => data.reports[f.r].o).filter((o) => o >= 0).sort((a, b) => a - b).map((o) => [String(o), data.organs[o]]));
  options("by-year", used((f) => data.reports[f.r].y).filter(Boolean).sort().map((y) => [String(y), String(y)]));
  options("by-review", used((f) => f.t || "none").sort().map((s) => [s, states[s]]));
  let list = [];
  let shown = 0;
  const severityBoxes = [...document.querySelectorAll("input[name=severity]")];
  const wanted = () => {
    const words = at("find").value.trim().toLowerCase().split(/\s+/);
    const levels = new Set(severityBoxes.filter((b) => b.checked).map((b) => Number(b.value)));
    const [code, organ, year, review] = ["by-code", "by-organ", "by-year", "by-review"].map((id) => at(id).value);
    return data.findings.filter((f) => {
      const r = data.reports[f.r];
      return levels.has(f.s) && (!code || f.c === code) && (!organ || String(r.o) === organ) && (!year || String(r.y) === year) &&
        (!review || (f.t || "none") === review) && words.every((w) => f.words.includes(w));
    });
  };
  const told = (f) => {
    const kids = [make("p", { class: "message" }, f.m)];
    const line = (a, b, words, cls) => words && kids.push(make("p", cls ? { class: cls } : {}, make("span", { class: "name" }, say(a + "：", b + ": ")), words));
    line("位置", "place", f.l);
    (f.f || []).forEach((words, i) => line(i ? "或者" : "建议", i ? "or" : "proposal", words, "fix"));
    line("复核", "review", f.v);
    line("已忽略", "put aside", f.x);
    return kids;
  };
  const badge = (f) => {
    const [cls, words] = severities[f.s];
    return make("b", { class: "state " + (f.x ? "put" : cls) }, words);
  };
  const row = (f) => {
    const r = data.reports[f.r];
    return make("tr", f.x ? { class: "aside" } : {},
      make("td", {}, badge(f)),
      make("td", {}, make("a", { href: `#r${f.r + 1}-f${f.i}` }, called(r))),
      make("td", {}, make("span", { class: "code" }, f.c), " ", data.titles[f.c]),
      make("td", {}, ...told(f)),
      make("td", {}, f.a || ""), make("td", {}, f.e || ""));
  };
  const more = () => {
    at("found").append(...list.slice(shown, shown + step).map(row));
    shown = Math.min(shown + step, list.length);
    at("more").hidden = shown === list.length;
    at("found-count").textContent = say(`符合条件 ${list.length} 条，共 ${data.findings.length} 条；显示前 ${shown} 条。`, `${list.length} of ${data.findings.length} findings, the first ${shown} shown`);
  };
  const filter = () => {
    list = wanted();
    shown = 0;
    at("found").replaceChildren();
    more();
  };
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  };
  at("find").addEventListener("input", soon);
  [...severityBoxes, ...["by-code", "by-organ", "by-year", "by-review"].map(at)].forEach((e) => e.addEventListener("change", filter));
  at("more").addEventListener("click", more);
  at("clear").addEventListener("click", () => {
    at("find").value = "";
    severityBoxes.forEach((b) => { b.checked = true; });
    ["by-code", "by-organ", "by-year", "by-review"].forEach((id) => { at(id).value = ""; });
    filter();
  });
  filter();

  // One report.
  const unpack = async (words) => {
    const bytes = Uint8Array.from(atob(words), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  const listed = (n) => {
    const own = data.findings.filter((f) => f.r === n);
    if (own.length === 0) return make("p", { class: "none" }, say("为使页面不致过大，未发现问题的报告没有另画，请打开原文件查看。", "lest the page grow too large, reports in which nothing was found are not drawn; open the file itself"));
    return make("ol", { class: "listed" }, ...own.map((f) => make("li", { class: "finding " + severities[f.s][0], id: `r${n + 1}-f${f.i}` },
      make("p", { class: "head" }, badge(f), " ", make("span", { class: "code" }, f.c), " ", data.titles[f.c]), ...told(f))));
  };
  const around = (n) => {
    const r = data.reports[n];
    const same = data.reports.map((other, i) => [other, i]).filter(([other]) => r.o >= 0 && other.o === r.o);
    return make("nav", { class: "around", "aria-label": say("这个机关的年报", "reports of this organ") },
      make("a", { href: "#overview", class: "back" }, say("← 返回总览", "← overview")), " ", make("a", { href: "#findings" }, say("问题清单", "findings")), " ",
      ...same.flatMap(([other, i]) => [make("a", i === n ? { href: `#r${i + 1}`, "aria-current": "page" } : { href: `#r${i + 1}` }, `${other.y} ${other.w}`), " "]));
  };
  const file = (r) => (r.u ? make("a", { href: r.u }, say("打开原文件：", "open the file: ") + r.p) : r.p);
  let open = -1;
  const show = async () => {
    const match = /^#r(\d+)(?:-.*)?$/.exec(location.hash);
    const n = match ? Number(match[1]) - 1 : -1;
    const place = at("report");
    document.body.classList.toggle("one", n >= 0 && n < data.reports.length);
    if (n < 0 || n >= data.reports.length) {
      place.hidden = true;
      place.replaceChildren();
      open = -1;
      const part = location.hash && at(location.hash.slice(1));
      if (part) part.scrollIntoView();
      return;
    }
    if (open !== n) {
      open = n;
      const r = data.reports[n];
      const packed = at("z" + (n + 1));
      place.replaceChildren(around(n), make("h2", {}, called(r)), make("p", { class: "facts" }, make("b", { class: "state " + r.c }, r.w), " ", file(r)));
      place.hidden = false;
      let drawn;
      if (packed && window.DecompressionStream) {
        const html = await unpack(packed.textContent);
        if (open !== n) return;
        drawn = make("div", {});
        drawn.innerHTML = html;
      }
      place.append(drawn || listed(n));
    }
    const part = at(location.hash.slice(1));
    if (part && part !== place) part.scrollIntoView({ block: "center" });
    else {
      window.scrollTo(0, 0);
      place.focus({ preventScroll: true });
    }
  };
  window.addEventListener("hashchange", show);
  show();
})();
