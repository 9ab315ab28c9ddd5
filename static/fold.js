/* Spellings -> keys under which they meet: the same as `fold` of chronicle/text.py, from a table that the build makes. */
"use strict";
(function (site) {
  // what parts the words of a name: white space as Python knows it, points, commas, hyphens
  const PARTING = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000.,-]+/;

  class Fold {
    /** Take the table: folds [[old, new]], letters [[first code, "a,b,…"]], others {character: letters}. */
    constructor(table) {
      this.folds = table.folds;
      this.letters = new Map(Object.entries(table.others));
      for (const [first, latin] of table.letters) {
        latin.split(",").forEach((one, n) => this.letters.set(String.fromCodePoint(first + n), one));
      }
      this.known = new Map();
    }

    /** Return a word in Latin letters, nothing else: "Алматы" -> "almaty". */
    plain(word) {
      let key = "";
      for (const sign of word) {
        const code = sign.codePointAt(0);
        if (code >= 0x80) key += this.letters.get(sign) || "";
        else if (code >= 0x61 && code <= 0x7a) key += sign;
        else if (code >= 0x41 && code <= 0x5a) key += sign.toLowerCase();
      }
      return key;
    }

    /** Return the key of a word: "Zhylandy", "zhilandi" -> "jilandi". */
    word(word) {
      let key = this.known.get(word);
      if (key === undefined) {
        key = this.plain(word);
        for (const [old, now] of this.folds) key = key.replaceAll(old, now);
        if (this.known.size > 200000) this.known.clear();
        this.known.set(word, key);
      }
      return key;
    }

    /** Return the words of a name. */
    parts(name) {
      return name.split(PARTING).filter(Boolean);
    }

    /** Return the key of a whole name: its words folded and sorted. */
    name(name) {
      return this.parts(name).map((word) => this.word(word)).filter(Boolean).sort().join(" ");
    }

    /** Return under what a word is looked up: its key; where it holds a digit, the word itself. */
    term(word) {
      return /\d/.test(word) ? word.toLowerCase() : this.word(word);
    }
  }

  site.Fold = Fold;
})((window.chronicle = window.chronicle || {}));
