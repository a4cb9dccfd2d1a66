// Asks for the picture again and again; says so when none comes, and leaves the last one where it is.
"use strict";

const ANEW = 6 * 3600 * 1000; // A wall stands for months: the page itself comes anew too.
const picture = document.getElementById("picture");
const every = Number(picture.dataset.every) * 1000;
let etag = picture.dataset.etag;
let heard = performance.now();

async function ask() {
  try {
    const answer = await fetch(picture.dataset.from, {
      headers: { "If-None-Match": etag },
      credentials: "same-origin",
      cache: "no-store",
    });
    if (answer.status === 404) {
      location.reload();
      return;
    }
    if (answer.status === 200) {
      picture.innerHTML = await answer.text();
      etag = answer.headers.get("ETag");
    }
    if (answer.status === 200 || answer.status === 304) {
      document.getElementById("data-time").textContent = answer.headers.get("X-Data-Time");
      heard = performance.now();
      if (heard > ANEW) {
        location.reload();
      }
    }
  } catch (lost) {
    // The last picture stays; that it grows old is said below.
  }
}

function tell() {
  const old = performance.now() - heard > 2 * every;
  const stale = document.getElementById("stale");
  stale.hidden = !old;
  stale.parentElement.classList.toggle("old", old);
}

setInterval(ask, every);
setInterval(tell, 1000);
