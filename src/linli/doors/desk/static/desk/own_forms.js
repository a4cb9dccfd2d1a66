/* Choosing cells of a form: by click, by dragging, by the keys. Without it the cells are typed. */
(function () {
  "use strict";
  var grid = document.querySelector("[data-form-grid]");
  if (!grid || !document.getElementById("panel")) { return; }
  var cells = Array.prototype.slice.call(grid.querySelectorAll("td[data-at]")), from = null, to = null, dragging = false;
  var placed = function (cell) {
    var parts = /^([A-Z]+)(\d+)$/.exec(cell.dataset.at), column = 0;
    for (var i = 0; i < parts[1].length; i += 1) { column = column * 26 + parts[1].charCodeAt(i) - 64; }
    return { row: Number(parts[2]), column: column, letters: parts[1] };
  };
  var within = function (cell) {
    var one = placed(from), other = placed(to), at = placed(cell);
    return at.row >= Math.min(one.row, other.row) && at.row <= Math.max(one.row, other.row) &&
      at.column >= Math.min(one.column, other.column) && at.column <= Math.max(one.column, other.column);
  };
  var name = function () {
    if (from === to) { return from.dataset.at; }
    var one = placed(from), other = placed(to), left = one.column <= other.column ? one : other, right = left === one ? other : one;
    return left.letters + Math.min(one.row, other.row) + ":" + right.letters + Math.max(one.row, other.row);
  };
  var mark = function () { cells.forEach(function (cell) { cell.classList.toggle("is-chosen", within(cell)); }); };
  /* What somebody chose for these cells, by field: an answer that comes late or offers less takes none of it away. */
  var chosen = {};
  var panel = function () { return document.getElementById("panel"); };
  var told = function () { var all = new URLSearchParams(new FormData(panel())); all.delete("csrfmiddlewaretoken"); return all; };
  var called = function (field) {
    var row = field.closest("tr"), facet = row && row.querySelector("[name=read_facet]");
    return field.name + (facet ? " " + facet.value + " " + row.querySelector("[name=read_text]").value : "");
  };
  var fields = function () {
    return Array.prototype.filter.call(panel().elements, function (field) { return field.name && field.type !== "hidden" && field.type !== "submit"; });
  };
  var standing = function () { var all = {}; fields().forEach(function (field) { all[called(field)] = field.value; }); return all; };
  var keep = function (sent) {
    var kept = false;
    fields().forEach(function (field) {
      var name = called(field), value = chosen[name];
      if (value === undefined || value === sent[name] || value === field.value) { return; }
      var offered = field.tagName !== "SELECT" || Array.prototype.some.call(field.options, function (one) { return one.value === value; });
      if (offered) { field.value = value; kept = true; }
    });
    if (kept) { ask(told(), standing()); }
  };
  var ask = function (query, sent) {
    window.htmx.ajax("GET", panel().dataset.panel + "?" + query, { target: "#panel", swap: "outerHTML" }).then(function () {
      if (sent || !panel().hasAttribute("data-bound")) { keep(sent || {}); } else { chosen = {}; }
    });
  };
  var look = function () {
    if (panel().hasAttribute("data-bound")) { chosen = {}; }
    delete chosen.cells;
    ask(new URLSearchParams({ sheet: panel().elements.sheet.value, cells: name() }));
  };
  var choose = function (cell, further) {
    if (!further || !from) { from = cell; }
    to = cell; mark();
  };
  cells.forEach(function (cell, place) { cell.tabIndex = place ? -1 : 0; });
  grid.addEventListener("pointerdown", function (event) {
    var cell = event.target.closest("td[data-at]");
    if (!cell || event.button) { return; }
    dragging = event.pointerType === "mouse"; choose(cell, event.shiftKey);
    if (dragging) { event.preventDefault(); cell.focus({ preventScroll: true }); }
  });
  grid.addEventListener("pointerover", function (event) {
    var cell = event.target.closest("td[data-at]");
    if (dragging && cell) { to = cell; mark(); }
  });
  document.addEventListener("pointerup", function (event) {
    var cell = event.target.closest && event.target.closest("td[data-at]");
    if (dragging || (cell && grid.contains(cell))) { dragging = false; look(); }
  });
  grid.addEventListener("keydown", function (event) {
    var cell = event.target.closest("td[data-at]"), ways = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (!cell) { return; }
    if (event.key === "Enter") { event.preventDefault(); if (!from) { choose(cell); } look(); document.getElementById("id_cells").focus(); return; }
    var way = ways[event.key], at = placed(cell), next = null;
    if (!way) { return; }
    event.preventDefault();
    cells.forEach(function (other) {
      var there = placed(other), right = way[0] ? there.column <= at.column && there.column + other.colSpan > at.column : there.row <= at.row && there.row + other.rowSpan > at.row;
      var far = (there.row - at.row) * way[0] + (there.column - at.column) * way[1];
      if (right && far > 0 && (!next || far < (placed(next).row - at.row) * way[0] + (placed(next).column - at.column) * way[1])) { next = other; }
    });
    if (next) { choose(next, event.shiftKey); cells.forEach(function (other) { other.tabIndex = -1; }); next.tabIndex = 0; next.focus(); }
  });
  var follow = function () {
    var ends = document.getElementById("id_cells").value.toUpperCase().split(":");
    var at = function (name) { return cells.filter(function (cell) { return cell.dataset.at === name; })[0]; };
    if (at(ends[0])) { from = at(ends[0]); to = at(ends[1]) || from; mark(); }
  };
  follow();
  ["input", "change"].forEach(function (sort) {
    document.addEventListener(sort, function (event) {
      if (event.target.name && event.target.closest("#panel")) { chosen[called(event.target)] = event.target.value; }
    });
  });
  document.addEventListener("change", function (event) {
    if (!event.target.closest("#panel")) { return; }
    if (event.target.name === "cells") { follow(); }
    if (/^(indicator|kind|across|across_2|down|down_2|cells)$/.test(event.target.name)) { ask(told(), standing()); }
  });
})();
