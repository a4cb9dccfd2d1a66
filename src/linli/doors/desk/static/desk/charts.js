/* Draws the figures of a table as bars or lines; the table below says the same. */
(function () {
  "use strict";
  var look = function (name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); };
  var KEY = 40, LINE = 24; /* what a name in the legend takes beside its own width, and how high a line of it is */
  var measure = function (font) {
    var pen = document.createElement("canvas").getContext("2d");
    pen.font = "12px " + font;
    return function (text) { return pen.measureText(text).width; };
  };
  /* Bars lie where there are many, or where their names would run into each other. */
  var lies = function (place, told, wide) {
    var widest = Math.max.apply(null, told.labels.map(wide));
    return told.sort === "bar" && (told.labels.length > 8 || told.labels.length * (Math.min(widest, 90) + 8) > place.clientWidth);
  };
  /* Names of a legend that do not fit beside each other stand below each other, and the place grows by them. */
  var room = function (place, told, lying, wide) {
    var many = told.series.length, all = told.series.reduce(function (sum, one) { return sum + wide(one.name) + KEY; }, 0);
    var lines = many < 2 ? 0 : all > place.clientWidth ? many : 1;
    place.style.height = lying ? Math.max(240, 70 + told.labels.length * (10 + 12 * many)) + "px" : "";
    if (lines > 1) { place.style.height = place.clientHeight + (lines - 1) * LINE + "px"; }
    return { legend: { orient: lines > 1 ? "vertical" : "horizontal" }, grid: { top: 12 + lines * LINE } };
  };
  var draw = function (place) {
    var told = JSON.parse(place.getAttribute("data-chart")), font = getComputedStyle(document.body).fontFamily;
    var wide = measure(font), lying = lies(place, told, wide), fits = room(place, told, lying, wide);
    var names = { type: "category", data: told.labels, inverse: lying, axisLabel: { color: look("--ink-2"), interval: 0, width: lying ? Math.min(170, place.clientWidth / 2 - 12) : 90, overflow: "truncate" }, axisLine: { lineStyle: { color: look("--line-strong") } }, axisTick: { show: false } };
    var values = { type: "value", minInterval: 1, splitNumber: lying && place.clientWidth < 480 ? 3 : 5, axisLabel: { color: look("--ink-3"), hideOverlap: true }, splitLine: { lineStyle: { color: look("--line") } } };
    var chart = window.echarts.init(place, null, { renderer: "svg" });
    chart.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: told.series.length > 1, decals: [{ symbol: "none" }, { symbol: "rect", symbolSize: 1, rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 5], color: look("--sheet") }] } },
      color: ["--chart-0", "--chart-1", "--chart-2", "--chart-3"].map(look),
      textStyle: { fontFamily: font, color: look("--ink") },
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
      legend: { show: told.series.length > 1, top: 0, left: 0, orient: fits.legend.orient, textStyle: { color: look("--ink-2") } },
      grid: { left: 8, right: 16, top: fits.grid.top, bottom: 8, containLabel: true },
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: told.series.map(function (one) { return { name: one.name, type: told.sort, data: one.values, barMaxWidth: 26 }; })
    });
    window.addEventListener("resize", function () { fits = room(place, told, lying, wide); chart.resize(); chart.setOption(fits); });
  };
  document.addEventListener("DOMContentLoaded", function () {
    if (window.echarts) { Array.prototype.forEach.call(document.querySelectorAll("[data-chart]"), draw); }
  });
})();
