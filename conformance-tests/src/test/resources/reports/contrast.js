// The texts that stand out too little from what is behind them, by the formula of the WCAG.
const parts = (color) => (color.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
const linear = (part) => {
  const share = part / 255;
  return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
};
const luminance = ([red, green, blue]) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
const paper = (element) => {
  for (let each = element; each; each = each.parentElement) {
    const color = parts(getComputedStyle(each).backgroundColor);
    if (color.length < 4 || color[3] > 0) {
      return color;
    }
  }
  return [255, 255, 255];
};
const contrast = (one, other) => {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};
document.querySelectorAll("details").forEach((it) => { it.open = true; });
return Array.from(document.querySelectorAll("body *"))
  .filter((it) => Array.from(it.childNodes).some((n) => n.nodeType === 3 && n.data.trim() !== ""))
  .filter((it) => it.getClientRects().length > 0 && !["SCRIPT", "STYLE", "title"].includes(it.tagName))
  .map((it) => {
    const style = getComputedStyle(it);
    const ink = it instanceof SVGElement ? style.fill : style.color;
    return [it.tagName + "." + it.getAttribute("class"), contrast(parts(ink), paper(it))];
  })
  .filter(([, ratio]) => ratio < 4.5)
  .map(([name, ratio]) => name + " " + ratio.toFixed(2));
