"use client";

import { setNonce } from "get-nonce";

// What holds the page still behind an open dialog puts a style sheet into it, which the page's policy takes by nonce alone.
if (typeof document !== "undefined") {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) setNonce(nonce);
}

/** Hands the page's nonce to style sheets made in the browser. Draws nothing. */
export function StyleNonce(): null {
  return null;
}
