/* Draws the figures of a table as bars or lines; the table below says the same. */
(function () {
  "use strict";
  var look = function (name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); };
  var draw = function (place) {
    var told = JSON.parse(place.getAttribute("data-chart")), lying = told.sort === "bar" && told.labels.length > 8;
    var names = { type: "category", data: told.labels, inverse: lying, axisLabel: { color: look("--ink-2"), interval: 0, width: lying ? 170 : 90, overflow: "truncate" }, axisLine: { lineStyle: { color: look("--line-strong") } }, axisTick: { show: false } };
    var values = { type: "value", minInterval: 1, axisLabel: { color: look("--ink-3") }, splitLine: { lineStyle: { color: look("--line") } } };
    if (lying) { place.style.height = Math.max(240, 70 + told.labels.length * (10 + 12 * told.series.length)) + "px"; }
    var chart = window.echarts.init(place, null, { renderer: "svg" });
    chart.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: told.series.length > 1, decals: [{ symbol: "none" }, { symbol: "rect", symbolSize: 1, rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 5], color: look("--sheet") }] } },
      color: ["--chart-0", "--chart-1", "--chart-2", "--chart-3"].map(look),
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: look("--ink") },
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
      legend: { show: told.series.length > 1, top: 0, left: 0, textStyle: { color: look("--ink-2") } },
      grid: { left: 8, right: 16, top: told.series.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: told.series.map(function (one) { return { name: one.name, type: told.sort, data: one.values, barMaxWidth: 26 }; })
    });
    window.addEventListener("resize", function () { chart.resize(); });
  };
  document.addEventListener("DOMContentLoaded", function () {
    if (window.echarts) { Array.prototype.forEach.call(document.querySelectorAll("[data-chart]"), draw); }
  });
})();
