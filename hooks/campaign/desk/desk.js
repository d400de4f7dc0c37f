// The desk's own part of a page: problems when a field is left, the preview while somebody
// types, and lists that grow without the page being loaded anew. All of it works without, too.
(() => {
  "use strict";
  const form = document.getElementById("sheet");
  if (!(form instanceof HTMLFormElement)) return;
  const frame = document.getElementById("look");
  const words = document.getElementById("look-words");
  const TYPING = 200; // milliseconds without a key until the preview follows
  const DESKTOP = 1280; // pixels
  let isChanged = false;

  const sent = (action) => {
    const data = new FormData(form);
    data.set("do", action);
    return new URLSearchParams(data);
  };

  /** What the desk answers to the form; nothing when it is closed, which is said. */
  const post = async (action, headers = {}) => {
    try {
      return await fetch(location.href, { method: "POST", body: sent(action), headers });
    } catch {
      words.textContent = "编辑台没有回答，可能已经关掉：请重新打开，这一页先不要关。";
      return null;
    }
  };

  /** What the desk answers to the form as it is; nothing when a later question overtook it. */
  const asking = () => {
    let latest = 0;
    return async (action) => {
      const mine = ++latest;
      const headers = { "X-Desk-Live": "1" };
      const answer = await post(action, headers);
      const told = answer?.ok ? await answer.json() : null;
      return mine === latest ? told : null;
    };
  };
  const askForLook = asking();
  const askForProblems = asking();

  // The preview

  let scrolled = 0;
  const look = async () => {
    const told = await askForLook("look");
    if (!told) return;
    words.textContent = told.words;
    if (!told.address) return;
    scrolled = frame.contentDocument?.defaultView.scrollY ?? 0;
    frame.contentWindow.location.replace(told.address);
  };
  frame.addEventListener("load", () => frame.contentDocument?.defaultView.scrollTo(0, scrolled));
  /** A desktop's page is shown as a desktop has it, and smaller. */
  const fit = () => {
    const isWide = frame.dataset.width === "desktop";
    const scale = isWide ? Math.min(1, frame.parentElement.clientWidth / DESKTOP) : 1;
    frame.style.transform = scale < 1 ? `scale(${scale})` : "";
    frame.style.width = scale < 1 ? `${DESKTOP}px` : "";
    frame.style.height = scale < 1 ? `calc((100vh - 7rem) / ${scale})` : "";
  };
  for (const button of document.querySelectorAll("[data-width]:is(button)")) {
    button.addEventListener("click", () => {
      frame.dataset.width = button.dataset.width;
      fit();
      for (const other of button.parentElement.children) {
        other.setAttribute("aria-pressed", String(other === button));
      }
    });
  }

  // Problems

  const item = (problem, ...before) => {
    const made = document.createElement("li");
    made.className = `told__item told__item--${problem.grade}`;
    const message = document.createElement("strong");
    const grade = document.createElement("span");
    grade.className = "told__grade";
    grade.textContent = problem.grade === "error" ? "错误" : "提醒";
    message.append(grade, ` ${problem.message}`);
    made.append(...before, message, ` ${problem.remedy}`);
    return made;
  };

  const list = (id, problems) => {
    const made = document.createElement("ul");
    made.className = "told";
    made.id = `${id}-wrong`;
    made.append(...problems.map((problem) => item(problem)));
    return made;
  };

  const describe = (field, id, isThere) => {
    const ids = (field.getAttribute("aria-describedby") || "").split(" ");
    const kept = ids.filter((other) => other && other !== `${id}-wrong`);
    if (isThere) kept.push(`${id}-wrong`);
    if (kept.length) field.setAttribute("aria-describedby", kept.join(" "));
    else field.removeAttribute("aria-describedby");
  };

  const tell = (told) => {
    for (const old of form.querySelectorAll(".told[id$='-wrong']")) {
      const id = old.id.slice(0, -"-wrong".length);
      const field = document.getElementById(id);
      if (field) describe(field, id, false);
      old.closest(".field--wrong")?.classList.remove("field--wrong");
      old.remove();
    }
    for (const [id, problems] of Object.entries(told.fields)) {
      const place = document.getElementById(id) ?? document.getElementById("messages");
      const made = list(place.id, problems);
      if (place.matches("input, select, textarea")) {
        (place.closest(".reference") ?? place).before(made);
        place.closest(".field").classList.add("field--wrong");
        describe(place, place.id, true);
      } else {
        const legend = place.querySelector(":scope > legend");
        if (legend) legend.after(made);
        else place.append(made);
      }
      const folded = made.closest(".item > details");
      if (folded) folded.open = true; // a problem must be seen
    }
    const elsewhere = document.getElementById("elsewhere");
    elsewhere.replaceChildren(...told.shares.map((share) => {
      const made = document.createElement("p");
      made.className = "notice";
      made.textContent = share;
      return made;
    }));
    if (!told.elsewhere.length) return;
    const heading = document.createElement("h2");
    heading.textContent = "这样改会在别处引起";
    const caused = document.createElement("ul");
    caused.className = "told";
    caused.append(...told.elsewhere.map((problem) => {
      const place = document.createElement(problem.url ? "a" : "span");
      if (problem.url) place.href = problem.url;
      place.textContent = problem.where;
      return item(problem, place, "：");
    }));
    elsewhere.append(heading, caused);
  };

  const judge = async () => {
    const told = await askForProblems("check");
    if (told) tell(told);
  };

  let waiting = 0;
  form.addEventListener("input", () => {
    isChanged = true;
    clearTimeout(waiting);
    waiting = setTimeout(look, TYPING);
  });
  form.addEventListener("change", judge);
  addEventListener("beforeunload", (event) => { if (isChanged) event.preventDefault(); });

  // Lists

  const relist = async (action) => {
    const open = [...form.querySelectorAll("details")].map((fold) => fold.open);
    const answer = await post(action);
    if (!answer) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fields = page.getElementById("fields");
    if (!answer.ok || !fields) return;
    document.getElementById("fields").replaceWith(fields);
    [...form.querySelectorAll("details")].forEach((fold, index) => { fold.open ||= open[index]; });
    const [what, name] = action.split(" ");
    const holder = what === "add" ? name : name.slice(0, name.lastIndexOf("."));
    const place = document.getElementById(`f-${holder.replace(/[^\w-]/g, "-")}`);
    const items = place.querySelectorAll(":scope > .item");
    const next = what === "add" ? items[items.length - 1]?.querySelector("input, select, textarea")
      : place.querySelector(":scope > .add");
    next?.focus();
    isChanged = true;
    await look();
  };

  form.addEventListener("submit", (event) => {
    const action = event.submitter?.value ?? "";
    isChanged = false;
    if (!action.includes(" ")) return;
    event.preventDefault();
    relist(action);
  });

  look();
})();
