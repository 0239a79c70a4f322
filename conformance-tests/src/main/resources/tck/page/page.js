(() => {
  "use strict";
  const form = document.getElementById("filters");
  const cases = Array.from(document.querySelectorAll(".case"));
  const checks = Array.from(form.elements.namedItem("verdict") ? form.querySelectorAll("[name=verdict]") : []);
  const count = document.getElementById("count");
  const nothing = document.getElementById("nothing");

  const value = (name) => form.elements.namedItem(name).value;

  const fits = (data, verdicts, words) =>
    verdicts.includes(data.verdict) &&
    (value("level") === "" || value("level") === data.level) &&
    (value("chapter") === "" || value("chapter") === data.chapter) &&
    (value("rule") === "" || data.rules.split(" ").includes(value("rule"))) &&
    words.every((word) => data.words.includes(word));

  const filter = () => {
    const verdicts = checks.filter((it) => it.checked).map((it) => it.value);
    const words = value("text").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const each of cases) {
      each.hidden = !fits(each.dataset, verdicts, words);
      shown += each.hidden ? 0 : 1;
    }
    count.textContent = shown + " of " + cases.length + " shown";
    nothing.hidden = shown > 0 || cases.length === 0;
  };

  const showAll = () => {
    form.reset();
    checks.forEach((it) => { it.checked = true; });
    filter();
  };

  form.addEventListener("input", filter);
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.querySelectorAll("button.all").forEach((it) => it.addEventListener("click", showAll));
  document.querySelectorAll("button.cause").forEach((it) =>
    it.addEventListener("click", () => {
      showAll();
      form.elements.namedItem("text").value = it.dataset.text;
      filter();
      document.getElementById("results").focus();
    }));
  document.querySelectorAll("button.copy").forEach((it) => {
    it.hidden = !navigator.clipboard;
    it.addEventListener("click", async () => {
      await navigator.clipboard.writeText(it.parentElement.querySelector("code").textContent);
      it.textContent = "Copied";
    });
  });

  const doubtful = checks.filter((it) => it.dataset.tone === "bad" || it.dataset.tone === "doubtful");
  (doubtful.length > 0 ? doubtful : checks).forEach((it) => { it.checked = true; });
  form.hidden = false;
  filter();
})();
