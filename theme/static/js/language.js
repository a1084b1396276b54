/* Remembers the language that a visitor picks in the switch (the cookie `language`, § 25(2) no. 2 TDDDG).
   The switch is an ordinary link: where scripts or cookies are blocked, it works all the same. */
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[data-cookie]");
  if (!link) return;
  try {
    document.cookie = link.dataset.cookie;
  } catch {
    // Setting throws in a sandboxed document (HTML, section 3.1.4): then the choice is not remembered.
  }
});
