// The photos of a gallery in its form: files that are dropped, and what is done to a photo. Each
// goes to the server as a button of the form would send it, and the page stays.
(() => {
  "use strict";
  const form = document.getElementById("sheet");
  const list = () => document.querySelector(".photos__list");
  if (!(form instanceof HTMLFormElement) || !list()) return;
  const NEXT = { blur: "blur-sure", "blur-sure": "blur", leave: "blur" }; // where one goes on
  const told = []; // what became of each file, as long as the page is open

  // What is said meanwhile

  const toast = document.createElement("div");
  toast.className = "toast";
  toast.setAttribute("role", "status");
  document.body.append(toast);
  let hiding = 0;
  const say = (words, seconds = 6) => {
    toast.textContent = words;
    clearTimeout(hiding);
    if (seconds) hiding = setTimeout(() => { toast.textContent = ""; }, seconds * 1000);
  };

  form.addEventListener("say", (event) => say(event.detail));

  const showTold = () => {
    const drop = document.querySelector(".drop");
    if (!drop || !told.length) return;
    const lines = document.createElement("ul");
    lines.className = "photos__told";
    for (const { words, isRefused } of told) {
      const line = document.createElement("li");
      line.textContent = words;
      if (isRefused) line.className = "photos__refused";
      lines.append(line);
    }
    drop.querySelector(".photos__told")?.remove();
    drop.append(lines);
  };

  // The form as the server gives it back

  const keyOf = (fold) => fold.dataset.fold ?? fold.querySelector("summary").textContent;
  const take = (page) => {
    const open = new Set([...form.querySelectorAll("details[open]")].map(keyOf));
    for (const id of ["fields", "messages"]) {
      document.getElementById(id).replaceWith(page.getElementById(id));
    }
    form.elements.stamp.value = page.querySelector("[name='stamp']").value;
    const clashes = page.querySelector(".clashes");
    if (clashes) document.getElementById("elsewhere").before(clashes);
    for (const fold of form.querySelectorAll("details")) fold.open ||= open.has(keyOf(fold));
    dress();
    form.dispatchEvent(new Event("input"));
  };

  /** Send the form with what is to be done; what the page says then, or nothing. */
  const send = async (action, file) => {
    const data = new FormData(form);
    data.delete("files");
    if (file) data.append("files", file, file.name);
    data.set("do", action);
    try {
      const answer = await fetch(location.href, { method: "POST", body: data });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const lines = [...page.querySelectorAll("#messages p, #main > .fault")].map((line) => ({
        words: line.textContent, isRefused: line.classList.contains("fault"),
      }));
      if (page.getElementById("fields")) take(page);
      return lines;
    } catch {
      say("编辑台没有回答，可能已经关掉：请重新打开，这一页先不要关。", 0);
      return null;
    }
  };

  // Files

  const filesIn = async (entry) => {
    if (entry.isFile) return [await new Promise((found, lost) => { entry.file(found, lost); })];
    const reader = entry.createReader();
    const found = [];
    for (;;) { // a folder is read in parts
      const part = await new Promise((read, lost) => { reader.readEntries(read, lost); });
      if (!part.length) return found;
      for (const inner of part) found.push(...await filesIn(inner));
    }
  };
  const dropped = async (transfer) => {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.length) return [...transfer.files];
    return (await Promise.all(entries.map(filesIn))).flat();
  };

  let isBusy = false;
  const takeIn = async (files) => {
    if (isBusy || !files.length) return;
    isBusy = true;
    let taken = 0;
    for (const [index, file] of files.entries()) {
      if (file.name.startsWith(".")) continue;
      say(`正在收第 ${index + 1} 个文件，共 ${files.length} 个……`, 0);
      const lines = await send("take", file);
      if (!lines) break;
      const news = lines.filter(({ words }) => words.includes(file.name.slice(0, 60)));
      taken += news.some(({ isRefused }) => !isRefused) ? 1 : 0;
      told.push(...(news.length ? news : lines));
      showTold();
    }
    isBusy = false;
    if (!toast.textContent.startsWith("正在")) return;
    const next = taken ? "请填好替代文字、人物和授权，再按保存。" : "原因写在“加照片”下面。";
    say(`收下了 ${taken} 张照片。${next}`, 12);
  };

  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.querySelector(".drop")?.classList.add("drop--over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.querySelector(".drop")?.classList.remove("drop--over");
  });
  document.addEventListener("drop", async (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault(); // a browser would leave the form and open the picture
    document.querySelector(".drop")?.classList.remove("drop--over");
    if (document.querySelector(".drop")) await takeIn(await dropped(event.dataTransfer));
  });

  // Buttons

  form.addEventListener("click", async (event) => {
    const button = event.target.closest("button[name='do']");
    const [what, name] = (button?.value ?? "").split(" ");
    if (!button?.closest(".photos") || ["take", "up", "down"].includes(what)) return;
    event.preventDefault();
    const lines = await send(button.value);
    if (lines?.length) say(lines.map(({ words }) => words).join(" "), 8);
    const next = NEXT[what] ?? what;
    document.querySelector(`button[value="${next} ${name}"]`)?.focus();
  });

  /** What only a script can do is shown where there is one. */
  const dress = () => {
    for (const part of form.querySelectorAll(".photo__grip, .photo__hint")) part.hidden = false;
    for (const stage of form.querySelectorAll("[data-stage]")) {
      stage.classList.add("photo__stage--live");
    }
    for (const field of form.querySelectorAll(".drop [type='file']")) {
      field.addEventListener("change", async () => {
        const files = [...field.files];
        field.value = "";
        await takeIn(files);
      });
    }
    form.dispatchEvent(new CustomEvent("photos"));
    showTold();
  };
  dress();
})();
