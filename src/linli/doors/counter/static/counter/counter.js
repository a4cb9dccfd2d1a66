// What a browser with scripts does better: work for the counter, make pictures smaller, copy the code, say where it is.
(function () {
  "use strict";

  const focus = document.querySelector("[data-focus]");
  if (focus) focus.focus();

  const filling = document.getElementById("filling");
  if (filling) work(filling);
  document.querySelectorAll("input[data-shrink]").forEach((input) => input.addEventListener("change", () => shrink(input)));
  document.querySelectorAll("[data-copy]").forEach(offerCopy);
  const here = document.querySelector("[data-here]");
  if (here && navigator.geolocation) offerHere(here);
  document.querySelectorAll("form[method=post]").forEach(sendOnce);

  // The proof is looked for while somebody writes; whoever is faster waits for it.
  function work(form) {
    const challenge = form.dataset.challenge, nonce = form.elements.nonce;
    const known = remembered(challenge);
    let waiting = null;
    if (known) {
      nonce.value = known;
      return;
    }
    let worker;
    try {
      worker = new Worker(form.dataset.worker);
    } catch (error) {
      return;
    }
    worker.onmessage = (said) => {
      nonce.value = said.data;
      remember(challenge, said.data);
      if (waiting) send(form, waiting);
    };
    worker.onerror = () => {
      worker = null;
      if (waiting) send(form, waiting);
    };
    worker.postMessage([challenge, Number(form.dataset.bits)]);
    form.addEventListener("submit", (event) => {
      if (!worker || nonce.value || !/^(send$|too:)/.test(pressed(event))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = pressed(event);
      const note = document.getElementById("working");
      if (note) note.hidden = false;
    });
  }

  function send(form, value) {
    const go = document.createElement("input");
    go.type = "hidden";
    go.name = "go";
    go.value = value;
    form.appendChild(go);
    form.submit();
  }

  function pressed(event) {
    return event.submitter ? event.submitter.value : "send";
  }

  // Only the answer to a riddle is kept, for this window, so that the next step need not look for it again.
  function remembered(challenge) {
    try {
      return sessionStorage.getItem("proof") === challenge ? sessionStorage.getItem("nonce") : "";
    } catch (error) {
      return "";
    }
  }

  function remember(challenge, nonce) {
    try {
      sessionStorage.setItem("proof", challenge);
      sessionStorage.setItem("nonce", nonce);
    } catch (error) {
      return;
    }
  }

  // A telephone's picture has several megabytes: 1600 pixels are enough.
  function shrink(input) {
    if (!window.createImageBitmap || !window.DataTransfer) return;
    const files = Array.from(input.files).slice(0, Number(input.dataset.shrink));
    Promise.all(files.map(smaller)).then((made) => {
      const kept = new DataTransfer();
      made.forEach((file) => kept.items.add(file));
      input.files = kept.files;
    }).catch(() => undefined);
  }

  function smaller(file) {
    if (file.size < 700000) return Promise.resolve(file);
    return createImageBitmap(file, { imageOrientation: "from-image" }).then((image) => {
      const scale = Math.min(1, 1600 / Math.max(image.width, image.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise((done) => canvas.toBlob((blob) => {
        done(blob && blob.size < file.size ? new File([blob], "picture.jpg", { type: "image/jpeg" }) : file);
      }, "image/jpeg", 0.85));
    }).catch(() => file);
  }

  function offerCopy(button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(document.querySelector(button.dataset.copy).textContent.trim()).then(() => {
        button.textContent = button.dataset.done;
      }).catch(() => undefined);
    });
  }

  function offerHere(button) {
    const hint = document.querySelector("[data-here-hint]");
    button.hidden = false;
    hint.hidden = false;
    button.addEventListener("click", () => {
      navigator.geolocation.getCurrentPosition((found) => {
        const field = button.form.elements.here;
        field.value = found.coords.longitude.toFixed(6) + "," + found.coords.latitude.toFixed(6);
        send(button.form, "here");
      }, () => {
        hint.textContent = hint.dataset.failed;
      }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 0 });
    });
  }

  // A second press of the same button would only be answered the same way.
  function sendOnce(form) {
    let sent = false;
    form.addEventListener("submit", (event) => {
      if (sent) event.preventDefault();
      sent = true;
      setTimeout(() => { sent = false; }, 4000);
    });
    window.addEventListener("pageshow", () => { sent = false; });
  }
})();
