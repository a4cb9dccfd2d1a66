// Looks for a number that makes SHA-256 of "challenge:number" begin with enough zero bits. Our own routine, because the
// browser's hands out one digest at a time and only over an encrypted line.
"use strict";

const K = [], PRIMES = [];
for (let n = 2; PRIMES.length < 64; n++) {
  if (PRIMES.every((prime) => n % prime)) {
    PRIMES.push(n);
    K.push(fraction(Math.cbrt(n)));
  }
}
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function fraction(root) {
  return ((root - Math.floor(root)) * 4294967296) | 0;
}

onmessage = (asked) => {
  const [challenge, bits] = asked.data;
  for (let nonce = 0; ; nonce++) {
    if (zeros(firstWords(challenge + ":" + nonce)) >= bits) {
      postMessage(String(nonce));
      return;
    }
  }
};

function zeros([first, second]) {
  return first ? Math.clz32(first) : 32 + Math.clz32(second);
}

// The first two words of the digest of an ASCII text.
function firstWords(text) {
  const blocks = ((text.length + 8) >> 6) + 1, message = new Int32Array(blocks * 16), w = new Int32Array(64);
  for (let i = 0; i < text.length; i++) message[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
  message[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
  message[message.length - 1] = text.length * 8;
  const state = START.slice();
  for (let at = 0; at < message.length; at += 16) {
    for (let i = 0; i < 64; i++) w[i] = i < 16 ? message[at + i] : schedule(w, i);
    round(state, w);
  }
  return state;
}

function schedule(w, i) {
  const a = w[i - 15], b = w[i - 2];
  return (w[i - 16] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[i - 7] + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
}

function round(state, w) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0;
    d = c; c = b; b = a; a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] = (state[i] + word) | 0; });
}

function turn(word, by) {
  return (word >>> by) | (word << (32 - by));
}
