// The newest answer is brought into view and read out once.
(() => {
  window.raadsbron = window.raadsbron || { answers: 0 };

  // Streamlit follows the end of the page while an answer is drawn; the answer itself comes first.
  const bringIntoView = (find) => {
    let mine = true;
    for (const sign of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      window.addEventListener(sign, () => { mine = false; }, { once: true, passive: true });
    }
    for (const wait of [0, 100, 300, 600, 1000, 1500, 2200, 3000]) {
      setTimeout(() => mine && find()?.scrollIntoView({ block: "start" }), wait);
    }
  };

  const count = document.getElementById("rb-count");
  const answers = count ? Number(count.dataset.answers) : 0;
  if (!answers) bringIntoView(() => document.querySelector(".rb-head"));
  if (answers > window.raadsbron.answers) {
    const spoken = document.querySelectorAll("[data-rb-announce]");
    const newest = spoken[spoken.length - 1];
    const live = document.getElementById("rb-live");
    if (newest) {
      live.lang = newest.lang || "nl";
      live.textContent = newest.textContent;
    }
    bringIntoView(() => [...document.querySelectorAll(".rb-question")].pop());
  }
  window.raadsbron.answers = answers;
})();
