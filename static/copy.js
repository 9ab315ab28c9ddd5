// Puts a button beside every text that can be copied. Without JavaScript the text stands there to be selected.
(function () {
  "use strict";

  function select(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function say(button, words) {
    button.textContent = words;
    window.setTimeout(function () { button.textContent = "Copy"; }, 2000);
  }

  // The text is selected first: where copying is refused, one key copies it.
  function copy(text, button) {
    select(text);
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text.textContent).then(
        function () { say(button, "Copied"); },
        function () { say(button, "Selected: copy it by key"); }
      );
    } else {
      say(button, document.execCommand("copy") ? "Copied" : "Selected: copy it by key");
    }
  }

  document.querySelectorAll("[data-copy]").forEach(function (text) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy " + text.getAttribute("data-copy"));
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () { copy(text, button); });
    text.parentNode.insertBefore(button, text);
  });
})();
