/* The desk's few scripts: keys, rows, look-ups, dialogs. Every page works without them. */
(function () {
  "use strict";
  var all = function (root, what) { return Array.prototype.slice.call(root.querySelectorAll(what)); };
  var typing = function (event) {
    var at = event.target;
    return event.isComposing || event.keyCode === 229 || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || at.isContentEditable;
  };
  var go = function (selector) { var link = document.querySelector(selector); if (link) { location.href = link.href; } };
  var waiting = "";
  var move = function (step) {
    var rows = all(document, "[data-row-link]"), at = rows.findIndex(function (row) { return row.classList.contains("is-at"); });
    var next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (!next) { return; }
    rows.forEach(function (row) { row.classList.remove("is-at"); });
    next.classList.add("is-at");
    next.querySelector("a").focus();
    next.scrollIntoView({ block: "nearest" });
  };
  var closeStep = function () {
    var place = document.getElementById("step");
    if (place && place.firstElementChild) { place.textContent = ""; return true; }
    return false;
  };

  var written = function () {
    return all(document, "#step .summary").length > 0 || all(document, "#step textarea,#step input[type=text]").some(function (box) {
      return box.value !== box.defaultValue;
    });
  };

  document.addEventListener("keydown", function (event) {
    if (event.isComposing) { return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
      event.preventDefault(); event.target.form.requestSubmit(); return;
    }
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
      all(document, "details.menu[open]").forEach(function (menu) { menu.open = false; });
      if (!typing(event) && !written()) { closeStep(); }
      return;
    }
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var key = waiting + event.key; waiting = "";
    var keys = {
      "/": function () { var box = document.getElementById("search"); if (box) { box.focus(); box.select(); } },
      "n": function () { go('a[data-key="n"]'); },
      "gm": function () { go('a[data-key="m"]'); },
      "gt": function () { go(".rail li:nth-child(1) a"); },
      "ge": function () { go('a[data-key="e"]'); },
      "gb": function () { go('a[data-key="b"]'); },
      "gr": function () { go('a[data-key="r"]'); },
      "gl": function () { go(".rail li:nth-child(2) a"); },
      "j": function () { move(1); }, "k": function () { move(-1); },
      "?": function () { help(); }
    };
    if (event.key === "g" && key === "g") { waiting = "g"; setTimeout(function () { waiting = ""; }, 1200); return; }
    if (keys[key]) { event.preventDefault(); keys[key](); }
  });
  document.addEventListener("keydown", function (event) {
    if (!document.querySelector("[data-wall]") || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var ways = {
      ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", ArrowLeft: "prev", ArrowUp: "prev", PageUp: "prev",
      Home: "first", End: "last", Escape: "up"
    };
    var link = ways[event.key] && !(event.key === " " && event.target.closest("a,button")) && document.querySelector('[data-way="' + ways[event.key] + '"]');
    if (link) { event.preventDefault(); location.href = link.href; }
  });
  var help = function () { var box = document.getElementById("help"); if (box && !box.open) { box.showModal(); } };

  var addRow = function (button) {
    var rows = button.closest("[data-rows]"), count = all(rows, "[data-row]").length;
    if (count >= Number(rows.dataset.most)) { return; }
    var shape = rows.querySelector("template").content.cloneNode(true), place = 0;
    while (rows.querySelector('[name*="-' + place + '-"]')) { place += 1; }
    all(shape, "[name]").forEach(function (box) { box.name = box.name.replace("-ROW-", "-" + place + "-"); });
    rows.insertBefore(shape, button);
    var made = all(rows, "[data-row]").pop().querySelector("input,select");
    if (made) { made.focus(); }
  };
  var take = function (button, loudly) {
    var box = document.getElementById(button.dataset.take);
    if (!box || (!loudly && box.value)) { return; }
    box.value = button.value;
    if (loudly) { box.dispatchEvent(new Event("input", { bubbles: true })); box.focus(); }
  };
  var askForRest = function (heading) {
    var read = all(document, "[data-heading]").map(function (one) { return one.value; });
    heading.closest(".im-line").classList.toggle("is-read", heading.value !== "");
    all(document, "[data-fixed]").forEach(function (field) { field.hidden = read.indexOf(field.dataset.fixed) !== -1; });
  };
  document.addEventListener("click", function (event) {
    var on = function (what) { return event.target.closest(what); }, hit;
    if ((hit = on("[data-rows-add]"))) { addRow(hit); }
    else if ((hit = on("[data-rows-remove]"))) { hit.closest("[data-row]").remove(); }
    else if (on("[data-help]")) { help(); }
    else if ((hit = on("[data-take]"))) { take(hit, true); }
    else if ((hit = on("[data-close]"))) { if (closeStep()) { event.preventDefault(); } }
    else if ((hit = on("[data-close-dialog]")) && hit.closest("dialog")) { event.preventDefault(); hit.closest("dialog").close(); }
    else if ((hit = on("[data-fill]"))) { var box = document.getElementById("username"); box.value = hit.dataset.fill; document.getElementById("password").focus(); }
    else if ((hit = on("tr[data-row-link]")) && !on("a,button,input,label") && !String(getSelection())) { hit.querySelector("a").click(); }
    all(document, "details.menu[open]").forEach(function (menu) { if (!menu.contains(event.target)) { menu.open = false; } });
  });

  document.addEventListener("change", function (event) {
    var chosen = event.target.matches("[data-phrases]") && event.target.selectedOptions[0].dataset.text;
    if (chosen) {
      var box = document.getElementById(event.target.dataset.phrases);
      box.value += (box.value.trim() ? "\n" : "") + chosen; event.target.value = ""; box.focus();
    }
    if (event.target.matches("[data-heading]")) { askForRest(event.target); }
    if (!event.target.matches("[data-pick-page]")) { return; }
    all(document, 'input[name="pick"]').forEach(function (box) { box.checked = event.target.checked; });
  });

  var timer = 0;
  document.addEventListener("input", function (event) {
    var box = event.target;
    if (!box.dataset || !box.dataset.lookUp || event.isComposing) { return; }
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (!box.value || /\)$/.test(box.value)) { return; }
      var where = "/look-up/" + box.dataset.lookUp + "/?q=" + encodeURIComponent(box.value) + (box.dataset.act ? "&act=" + box.dataset.act : "") + (box.dataset.kind ? "&kind=" + box.dataset.kind : "");
      fetch(where, { headers: { "HX-Request": "true" } }).then(function (answer) { return answer.ok ? answer.text() : ""; })
        .then(function (text) { var list = document.getElementById(box.getAttribute("list")); if (list) { list.innerHTML = text; } });
    }, 180);
  });

  var settle = function (root) {
    all(document, "[data-without-script]").forEach(function (button) { button.hidden = true; });
    all(root, "[data-take-now]").forEach(function (button) { take(button, false); });
    all(root, "dialog[data-modal]").forEach(function (box) { if (!box.open) { box.showModal(); } });
    var spot = root.querySelector(".errors") ? root.querySelector("[data-focus]") : null;
    spot = spot || root.querySelector("[data-focus]") || root.querySelector(".step-form input:not([type=hidden]),.step-form select,.step-form textarea");
    if (spot) { spot.focus({ preventScroll: true }); }
  };
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.target && event.detail.target.id === "step") { all(document, ".notice[role=status]").forEach(function (said) { said.remove(); }); }
  });
  document.addEventListener("htmx:afterSettle", function (event) { settle(event.detail.elt || document); });
  document.addEventListener("DOMContentLoaded", function () {
    settle(document);
    all(document, "[data-pick-page]").forEach(function (box) { box.hidden = false; });
    if (window.matchMedia("(max-width:820px)").matches) { all(document, "[data-fold-small]").forEach(function (box) { box.open = false; }); }
    var first = document.querySelector(".open-form input:not([type=hidden]),.open-form select,.open-form textarea");
    if (first && !document.querySelector(".open-form .errors,.open-form [data-focus]")) { first.focus(); }
  });
})();
