// Small comforts. Every page works without them: nothing here is the only way to do something.
(() => {
  "use strict";
  const text = (name) => document.querySelector('meta[name="preau-texts"]')?.dataset[name] ?? "";

  // data-confirm on a form or a button: ask before sending.
  document.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // One send per form: a double click publishes nothing twice. Not for what opens elsewhere, as a PDF.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.target || form.method === "get") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 4000);
  });

  // data-reveal on a password: a button that shows what is typed.
  const reveal = (input) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet reveal";
    const set = (shown) => {
      input.type = shown ? "text" : "password";
      button.textContent = text(shown ? "hide" : "show");
      button.setAttribute("aria-pressed", String(shown));
    };
    button.addEventListener("click", () => set(input.type === "password"));
    input.form?.addEventListener("submit", () => set(false));
    input.after(button);
    input.parentElement.classList.add("revealing");
    set(false);
  };

  // data-speak on a button: reads aloud the headings and paragraphs inside what has that id; pressed again, it stops.
  const voice = window.speechSynthesis;
  const speak = (button) => {
    const pressed = button.getAttribute("aria-pressed") === "true";
    voice.cancel();
    document.querySelectorAll("[data-speak]").forEach((other) => other.setAttribute("aria-pressed", "false"));
    if (pressed) {
      return;
    }
    const words = [...document.getElementById(button.dataset.speak).querySelectorAll("h2, p")]
      .filter((element) => !element.querySelector("button"))
      .map((element) => element.textContent.trim());
    const speech = new SpeechSynthesisUtterance(words.join(". "));
    speech.lang = "fr-FR";
    speech.rate = 0.9;
    speech.onend = () => button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", "true");
    voice.speak(speech);
  };

  // data-print: a button that prints; shown only where a script can do it.
  const arm = (root) => {
    root.querySelectorAll("input[data-reveal]").forEach((input) => {
      delete input.dataset.reveal;
      reveal(input);
    });
    root.querySelectorAll("button[data-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
      delete button.dataset.print;
    });
    root.querySelectorAll("button[data-speak][hidden]").forEach((button) => {
      if (voice) {
        button.hidden = false;
        button.setAttribute("aria-pressed", "false");
        button.addEventListener("click", () => speak(button));
      }
    });
  };
  arm(document);
  document.addEventListener("htmx:afterSettle", (event) => arm(event.target));

  // data-auto on a form: a filter that is chosen is applied at once.
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (form?.dataset.auto !== undefined && event.target.tagName === "SELECT") {
      form.requestSubmit();
    }
  });

  // After a form came back with errors, start where the first one is.
  document.querySelector('[aria-invalid="true"]')?.focus();

  // htmx could not reach the server, or was refused: say so, in a place that screen readers follow.
  const tell = () => {
    const place = document.getElementById("avis");
    if (place) {
      place.textContent = text("failed");
      place.hidden = false;
      place.scrollIntoView({ block: "nearest" });
    }
  };
  document.addEventListener("htmx:sendError", tell);
  document.addEventListener("htmx:responseError", tell);
})();
