// The order of a gallery's photos, by dragging, keys or buttons: a form is sent as it stands.
(() => {
  "use strict";
  const form = document.getElementById("sheet");
  const list = () => document.querySelector(".photos__list");
  if (!(form instanceof HTMLFormElement) || !list()) return;

  const settle = (photo) => {
    const every = [...list().children];
    const place = `第 ${every.indexOf(photo) + 1} 张，共 ${every.length} 张`;
    const detail = `照片 ${photo.dataset.called} 现在是${place}。`;
    form.dispatchEvent(new CustomEvent("say", { detail }));
    form.dispatchEvent(new Event("input"));
  };
  const move = (photo, isUp, keeper) => {
    const other = isUp ? photo.previousElementSibling : photo.nextElementSibling;
    if (!other) return;
    if (isUp) other.before(photo);
    else other.after(photo);
    keeper.focus();
    settle(photo);
  };

  let moving = null;
  form.addEventListener("dragstart", (event) => {
    const grip = event.target.closest?.(".photo__grip");
    if (!grip) return;
    moving = grip.closest(".photo");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", moving.dataset.called);
    event.dataTransfer.setDragImage(moving, 0, 0);
    moving.classList.add("photo--moving");
  });
  form.addEventListener("dragover", (event) => {
    const over = moving && event.target.closest?.(".photo");
    if (!moving) return;
    event.preventDefault();
    if (!over || over === moving) return;
    const { top, height } = over.getBoundingClientRect();
    if (event.clientY < top + height / 2) over.before(moving);
    else over.after(moving);
  });
  form.addEventListener("drop", (event) => { if (moving) event.preventDefault(); });
  form.addEventListener("dragend", () => {
    if (!moving) return;
    moving.classList.remove("photo--moving");
    settle(moving);
    moving = null;
  });
  form.addEventListener("keydown", (event) => {
    const grip = event.target.closest(".photo__grip");
    if (!grip || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    move(grip.closest(".photo"), event.key === "ArrowUp", grip);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".photo > .item__tools button");
    const isUp = button?.value.startsWith("up ");
    if (!isUp && !button?.value.startsWith("down ")) return;
    event.preventDefault();
    move(button.closest(".photo"), isUp, button);
  });
})();
