// Where a form names a photo, the photos can be looked at and chosen; it can be typed, too.
(() => {
  "use strict";
  const NAMED = /（([^（）/]+\/[^（）]+)）$/;
  const LIST = "all-photo";
  const SMALL = "/-/desk/photo/240/";
  const choices = document.getElementById(LIST);
  if (!choices) return;

  const idOf = (text) => NAMED.exec(text)?.[1] ?? (/^[\w-]+\/[\w-]+$/.test(text) ? text : "");
  const picture = (id) => {
    const made = document.createElement("img");
    made.src = `${SMALL}${id}`;
    made.alt = "";
    made.loading = "lazy";
    return made;
  };

  const choice = (field, value) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pick__photo";
    button.setAttribute("aria-pressed", String(value === field.value));
    button.append(picture(idOf(value)), value.replace(NAMED, ""));
    button.addEventListener("click", () => {
      field.value = value;
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
      const fold = field.parentElement.querySelector(".pick");
      fold.open = false;
      fold.querySelector("summary").focus();
    });
    return button;
  };

  const fill = (field, fold) => {
    fold.querySelector(".pick__photos")?.remove();
    const photos = document.createElement("div");
    photos.className = "pick__photos";
    photos.setAttribute("role", "group");
    photos.setAttribute("aria-label", "照片");
    const values = [...choices.options].map((option) => option.value);
    photos.append(...values.filter(idOf).map((value) => choice(field, value)));
    fold.append(photos);
  };

  const showNow = (field) => {
    field.parentElement.querySelector(".pick__now")?.remove();
    if (!idOf(field.value)) return;
    const now = picture(idOf(field.value));
    now.className = "pick__now";
    now.addEventListener("error", () => now.remove());
    field.after(now);
  };

  const dress = (field) => {
    if (field.parentElement.querySelector(".pick")) return;
    const fold = document.createElement("details");
    fold.className = "fold pick";
    const summary = document.createElement("summary");
    summary.textContent = "看着照片选";
    fold.append(summary);
    fold.addEventListener("toggle", () => { if (fold.open) fill(field, fold); });
    field.after(fold);
    field.addEventListener("change", () => showNow(field));
    showNow(field);
  };

  const dressAll = () => {
    for (const field of document.querySelectorAll(`input[list="${LIST}"]`)) dress(field);
  };
  dressAll();
  const form = document.getElementById("sheet"); // lists that grow bring fields of their own
  if (form) new MutationObserver(dressAll).observe(form, { childList: true, subtree: true });
})();
