// What was asked for is brought into view: a source that a table names, the page of a figure.
(() => {
  if (window.raadsbronShow) return;
  // Streamlit pulls to the end of the page whoever was there when it grew. So the place is held,
  // frame by frame, until the page is drawn and nothing has pulled for a second; on a busy machine a
  // second has fewer frames, and so takes longer. Who moves on is not held.
  const AT_LEAST = 120, LONGER = 60; // frames
  const AT_MOST = 30000; // milliseconds
  const isDrawn = () =>
    document.querySelector("[data-testid='stApp']")?.dataset.testScriptState === "notRunning" &&
    [...document.images].every((picture) => picture.complete);

  const hold = (find) => {
    let mine = true;
    for (const sign of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      window.addEventListener(sign, () => { mine = false; }, { once: true, passive: true });
    }
    const began = performance.now();
    let left = AT_LEAST;
    const look = () => {
      if (!mine || !left || performance.now() > began + AT_MOST) return;
      left -= 1;
      const found = find(), before = found?.getBoundingClientRect().top;
      found?.scrollIntoView({ block: "start" });
      const pulled = found && Math.abs(found.getBoundingClientRect().top - before) > 1;
      if (pulled || !isDrawn()) left = Math.max(left, LONGER);
      requestAnimationFrame(look);
    };
    look();
  };

  const open = (name) => {
    let opened = false;
    // The eleventh source of a long sum is drawn only when it is asked for.
    if (!document.querySelector(`.st-key-${name}`)) {
      const more = name.replace(/^bron-(.+)-\d+$/, "meer-$1");
      document.querySelector(`.st-key-${more} button`)?.click();
    }
    hold(() => {
      const summary = document.querySelector(`.st-key-${name} summary`);
      if (summary && !opened) {
        opened = true;
        if (!summary.closest("details").open) summary.click();
        summary.focus({ preventScroll: true });
      }
      return summary;
    });
  };

  const shown = {};
  window.raadsbronShow = (selector, times) => {
    if (times !== (shown[selector] || 0)) hold(() => document.querySelector(selector));
    shown[selector] = times;
  };

  window.addEventListener("click", (event) => {
    const link = event.target.closest?.(".rb-table a[href^='#bron-']");
    if (!link) return;
    event.preventDefault();
    open(link.hash.slice(1));
  });
})();
