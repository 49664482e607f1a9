// The page is Dutch, also where Streamlit is English.
(() => {
  document.documentElement.lang = "nl";

  const DUTCH = {
    "Skip to main content": "Naar de inhoud",
    "Copy to clipboard": "Kopieer citaat met bron",
    "Copied": "Gekopieerd",
    "Fullscreen": "Groter bekijken",
    "View fullscreen": "Groter bekijken",
    "Close fullscreen": "Kleiner",
    "Exit fullscreen": "Kleiner",
    "Send message": "Verstuur uw vraag",
    "Collapse sidebar": "Klap de zijkant in",
    "Expand sidebar": "Menu: klap de zijkant uit",
    "Sidebar": "Zijkant",
    "Clear all": "Alles wissen",
    "Clear value": "Wissen",
    "Open": "Keuzelijst openen",
    "No results": "Niets gevonden",
    "Connecting": "Verbinden",
    "Running...": "Bezig",
    "Upload": "Kies bestanden",
    "file upload": "Kies bestanden",
    "Add files": "Nog een bestand",
    "add icon": "",
    "Drag and drop files here": "Sleep bestanden hierheen",
  };
  const REMOVE = /^Remove (?=.)/; // before the name of a file
  const REFUSED = [
    [/^(?:Error: )?File must be (.+) or smaller\.$/, "Dit bestand is te groot: hoogstens $1."],
    [/^(?:Error: )?.* files are not allowed\.$/, "Dit soort bestand wordt niet gelezen."],
  ];
  // Streamlit's own texts only: what a report or a visitor says is never touched.
  const PLACES = "[data-testid='stSkipToContent'], [data-testid='stTooltipContent'] *, " +
    "[data-testid='stFileUploader'] :not([data-testid='stFileChipName'])";

  const translate = (root) => {
    if (!root.querySelectorAll) return;
    for (const element of [root, ...root.querySelectorAll("[aria-label], [title]")]) {
      for (const name of ["aria-label", "title"]) {
        // "Fullscreen: Bladzijde 4": Streamlit's word before a name of ours.
        const [word, ...ours] = (element.getAttribute?.(name) || "").split(":");
        if (REMOVE.test(word)) {
          element.setAttribute(name, element.getAttribute(name).replace(REMOVE, "Haal weg: "));
        }
        if (DUTCH[word]) element.setAttribute(name, [DUTCH[word], ...ours].join(":"));
      }
    }
    for (const element of root.querySelectorAll(PLACES)) {
      if (element.children.length) continue;
      const told = element.textContent;
      const refused = REFUSED.find(([english]) => english.test(told));
      const found = refused ? told.replace(...refused) : DUTCH[told];
      if (found !== undefined && found !== told) element.textContent = found;
    }
  };

  if (!document.getElementById("rb-live")) {
    const live = document.createElement("div");
    live.id = "rb-live";
    live.setAttribute("role", "status");
    live.setAttribute("aria-live", "polite");
    live.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
    document.body.appendChild(live);
    new MutationObserver((changes) => {
      for (const change of changes) {
        if (change.type === "attributes") translate(change.target);
        for (const node of change.addedNodes) translate(node);
      }
    }).observe(document.body, {
      childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label", "title"],
    });
    translate(document.body);
    // Who has the end of the page in view is held there by Streamlit, also when the source that
    // they open grows above it. For a second the page is kept where it is, off its end by a hair;
    // who scrolls in that second is not held.
    let holding = 0;
    const letGo = (event) => {
      const main = event.target.closest?.("#stMain");
      const chosen = event.target.closest?.("summary, button, [role='tab']");
      const atEnd = main && main.scrollHeight - main.scrollTop - main.clientHeight < 4;
      if (!chosen || !atEnd) return;
      const top = main.scrollTop - 6;
      holding = performance.now() + 1000;
      const hold = () => {
        if (performance.now() > holding) return;
        if (main.scrollTop > top) main.scrollTop = top;
        requestAnimationFrame(hold);
      };
      hold();
    };
    for (const scrolls of ["wheel", "touchmove"]) {
      window.addEventListener(scrolls, () => { holding = 0; }, { capture: true, passive: true });
    }
    window.addEventListener("pointerdown", letGo, true);
    window.addEventListener("keydown", (event) => {
      if (["Enter", " "].includes(event.key)) letGo(event);
    }, true);
    // Streamlit runs the page anew at a bare "r" and asks to clear its cache at a bare "c". Who
    // steers by voice or trembles would press them unmeant, and can't switch them off.
    window.addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, [contenteditable], [role='combobox']");
      const bare = !(event.ctrlKey || event.metaKey || event.altKey);
      if (bare && !typing && ["r", "c"].includes(event.key.toLowerCase())) {
        event.stopImmediatePropagation();
      }
    }, true);
  }
})();
