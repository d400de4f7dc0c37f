// Marks on a photo in its form: a click says what cropping keeps, a drag what is to be blurred.
// Both are written into the fields for numbers that are there without a script, too.
(() => {
  "use strict";
  const form = document.getElementById("sheet");
  const list = () => document.querySelector(".photos__list");
  if (!(form instanceof HTMLFormElement) || !list()) return;
  const STILL = 0.01; // share of a picture within which a drag is a click

  const fieldsOf = (photo, lead, keys) => keys.map((key) => (
    form.elements[`${lead}${photo.dataset.name}.${key}`]
  ));
  const spotOf = (photo) => fieldsOf(photo, "", ["focus.x", "focus.y"]);
  const boxOf = (photo) => fieldsOf(photo, "blur!", ["left", "top", "width", "height"]);
  const set = (node, values) => {
    for (const [key, value] of Object.entries(values)) node.setAttribute(key, value);
  };

  const drawMark = (photo) => {
    const [across, down] = photo.querySelectorAll(".photo__mark");
    if (!across) return;
    const [x, y] = spotOf(photo).map((field) => Number(field?.value || NaN) * 100);
    const isThere = [x, y].every(Number.isFinite);
    set(across, { x1: x || 0, x2: x || 0, y2: isThere ? 100 : 0 });
    set(down, { y1: y || 0, y2: y || 0, x2: isThere ? 100 : 0 });
  };
  const drawBox = (photo) => {
    const box = photo.querySelector(".photo__box");
    if (!box) return;
    const [x, y, width, height] = boxOf(photo).map((field) => Number(field?.value) || 0);
    set(box, { x, y, width, height });
  };
  form.addEventListener("input", (event) => {
    const photo = event.target.closest?.(".photo");
    if (!photo) return;
    drawMark(photo);
    drawBox(photo);
  });

  const shareAt = (event, stage) => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    const within = (share) => Math.min(1, Math.max(0, share));
    return [within((event.clientX - left) / width), within((event.clientY - top) / height)];
  };
  const write = (fields, values) => {
    fields.forEach((field, index) => { if (field) field.value = String(values[index]); });
    fields[0]?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const keepSpot = (photo, [x, y]) => {
    write(spotOf(photo), [x, y].map((share) => Math.round(share * 100) / 100));
    const fold = spotOf(photo)[0]?.closest("details:not(.photo__fold)");
    if (fold) fold.open = true;
  };
  const rectangle = ([x, y], [u, v]) => [
    Math.min(x, u), Math.min(y, v), Math.abs(x - u), Math.abs(y - v),
  ].map((share) => Math.round(share * 1000) / 10);

  let from = null;
  let wasDrawn = false;
  form.addEventListener("pointerdown", (event) => {
    const stage = event.target.closest("[data-stage]");
    wasDrawn = false;
    if (!stage || !stage.closest(".photo").querySelector(".photo__blur").open) return;
    from = { stage, at: shareAt(event, stage) };
    stage.setPointerCapture(event.pointerId);
  });
  form.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = shareAt(event, from.stage);
    wasDrawn ||= from.at.some((share, index) => Math.abs(share - to[index]) > STILL);
    if (wasDrawn) write(boxOf(from.stage.closest(".photo")), rectangle(from.at, to));
  });
  for (const end of ["pointerup", "pointercancel"]) {
    form.addEventListener(end, () => { from = null; });
  }
  form.addEventListener("click", (event) => {
    const stage = event.target.closest("[data-stage]");
    if (stage && !wasDrawn) keepSpot(stage.closest(".photo"), shareAt(event, stage));
  });

  const drawAll = () => { for (const photo of list().children) drawMark(photo); };
  form.addEventListener("photos", drawAll);
  drawAll();
})();
