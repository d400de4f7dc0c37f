// The preview's own part of a page: it listens for changes, and shows what is wrong.
(() => {
  "use strict";
  const mark = document.currentScript.dataset.mark;

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    made.append(...(text ? [text] : []), ...children);
    return made;
  };

  const show = (problems) => {
    document.querySelector(".problem-overlay")?.remove();
    if (!problems.length) return;
    const items = problems.map((problem) =>
      element("li", "", element("code", problem.place), ` [${problem.code}] ${problem.message}`,
        element("span", `→ ${problem.remedy}`)));
    const overlay = element("details", "",
      element("summary", `预览：内容有 ${problems.length} 个问题`), element("ol", "", ...items));
    overlay.className = "problem-overlay";
    overlay.setAttribute("role", "status");
    (document.querySelector("article, main") || document.body).prepend(overlay);
  };

  const events = new EventSource("/-/events");
  events.onmessage = async (event) => {
    show(JSON.parse(event.data).problems);
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if (answer.headers.get("X-Mark") !== mark) location.reload();
  };
})();
