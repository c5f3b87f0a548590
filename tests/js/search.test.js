import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";
import { Analyser, tokenize } from "../../generator/entregent/features/search/client/analysis.js";
import Engine from "../../generator/entregent/features/search/client/engine.js";
import { add, intersect, raise } from "../../generator/entregent/features/search/client/scores.js";
import { Thesaurus } from "../../generator/entregent/features/search/client/thesaurus.js";
import { fold } from "../../generator/entregent/pages/assets/folding.js";

const VENDOR = new URL("../../generator/entregent/features/search/vendor/", import.meta.url);
const libraries = vm.createContext({});
for (const name of ["minisearch", "base-stemmer", "french-stemmer", "english-stemmer"])
  vm.runInContext(readFileSync(new URL(`${name}.js`, VENDOR), "utf8"), libraries);
const { MiniSearch, FrenchStemmer, EnglishStemmer } = libraries;
const french = new FrenchStemmer();
const english = new EnglishStemmer();
const STOP = ["la", "le", "les", "de", "un", "une", "a", "the", "to"];

function engine(entries, synonyms = [], stemmer = french) {
  const whole = entries.map((entry) => ({ answer: "", keywords: "", body: "", prior: 1, ...entry }));
  return new Engine({ entries: whole, synonyms, stop: STOP }, MiniSearch, (word) => stemmer.stemWord(word));
}

function titles(searched, query) {
  return searched.search(query).map(({ title }) => title);
}

test("a word is compared without case, accents and ligatures", () => {
  assert.equal(fold("Réseau"), "reseau");
  assert.equal(fold("CŒUR"), "coeur");
  assert.equal(fold("Ex Æquo"), "ex aequo");
});

test("an apostrophe of either shape ends a word, and n't is not", () => {
  assert.deepEqual(tokenize("l'invitation d’échanger"), ["l", "invitation", "d", "échanger"]);
  assert.deepEqual(tokenize("They didn’t; I don't."), ["they", "did", "not", "i", "do", "not"]);
  assert.deepEqual(tokenize("🙂 <img> ~3"), ["img", "3"]);
});

test("a word without its accents is known from the guide", () => {
  const analyser = new Analyser(STOP, (word) => french.stemWord(word));
  analyser.remember("invitée");
  assert.ok(analyser.stems("invitee").has(analyser.stem("invitée")));
  assert.ok(!analyser.counts("les"));
  assert.ok(!analyser.counts("l"));
});

test("findings are raised, added and crossed", () => {
  assert.deepEqual(
    [
      ...raise(
        new Map([[1, 0.5]]),
        new Map([
          [1, 0.4],
          [2, 1],
        ]),
        0.5,
      ),
    ],
    [
      [1, 0.5],
      [2, 0.5],
    ],
  );
  assert.deepEqual([...add(new Map([[1, 0.5]]), new Map([[1, 0.5]]))], [[1, 0.75]]);
  assert.deepEqual(
    [
      ...intersect([
        new Map([
          [1, 1],
          [2, 1],
        ]),
        new Map([[2, 0.5]]),
      ]),
    ],
    [[2, 0.75]],
  );
  assert.deepEqual([...intersect([])], []);
});

test("expressions have synonyms in any form of their words", () => {
  const analyser = new Analyser(STOP, (word) => english.stemWord(word));
  const thesaurus = new Thesaurus([["turn down", "decline"]], analyser);
  assert.deepEqual(thesaurus.others(["turning", "down"]), [["decline"]]);
  assert.deepEqual(thesaurus.others(["declined"]), [["turn", "down"]]);
  assert.deepEqual(thesaurus.others(["turn"]), []);
});

test("other forms, no accents, plurals", () => {
  const searched = engine([{ title: "Les réseaux" }, { title: "Personnalisez" }, { title: "Autre chose" }]);
  for (const query of ["reseau", "réseau", "réseaux", "RESEAUX"])
    assert.deepEqual(titles(searched, query), ["Les réseaux"]);
  assert.deepEqual(titles(searched, "personnaliser"), ["Personnalisez"]);
});

test("a letter too many, too few, wrong or swapped", () => {
  const searched = engine([{ title: "Invitation" }, { title: "Réponse" }]);
  for (const query of ["invitaton", "invitattion", "invitetion", "inviattion"])
    assert.deepEqual(titles(searched, query), ["Invitation"], query);
  assert.deepEqual(titles(engine([{ title: "Photo" }]), "phtoo "), ["Photo"]);
  assert.deepEqual(titles(searched, "xylophone"), []);
});

test("a word that is still being typed, mistyped or not", () => {
  const searched = engine([{ title: "Recommandation" }, { title: "Relance" }]);
  assert.deepEqual(titles(searched, "recom"), ["Recommandation"]);
  for (const query of ["recmo", "recom", "recommam", "reccom", "reommand", "rexomm"])
    assert.deepEqual(titles(searched, query), ["Recommandation"], query);
  assert.deepEqual(titles(searched, "recom "), []);
});

test("what an entry is called comes before what it mentions", () => {
  const searched = engine([{ title: "Une", body: "café" }, { title: "Deux", answer: "Un café" }, { title: "Café" }]);
  assert.deepEqual(titles(searched, "cafe"), ["Café", "Deux", "Une"]);
});

test("a synonym comes after the word itself, an expression as a whole before its words", () => {
  const groups = [["decline", "turn down"]];
  const searched = engine([{ title: "Turn left" }, { title: "Decline" }, { title: "Down there" }], groups, english);
  assert.equal(titles(searched, "turn down")[0], "Decline");
  assert.equal(
    titles(engine([{ title: "Refuse" }, { title: "Decline" }], [["refuse", "decline"]], english), "decline")[0],
    "Decline",
  );
});

test("words side by side tell more than words apart, and what weighs more comes first", () => {
  const apart = { title: "Mot", answer: "Une longue route mène à la note" };
  const together = { title: "Autre", answer: "Un mot note tout" };
  assert.deepEqual(titles(engine([apart, together]), "mot note"), ["Autre", "Mot"]);
  assert.deepEqual(titles(engine([{ title: "Note A" }, { title: "Note B", prior: 2 }]), "note"), ["Note B", "Note A"]);
});

test("a query of nothing but small words still finds what begins so", () => {
  assert.deepEqual(titles(engine([{ title: "Lecture" }]), "le"), ["Lecture"]);
  assert.deepEqual(titles(engine([{ title: "Lecture" }]), "la "), []);
});

test("nothing that can be typed breaks it", () => {
  const searched = engine([{ title: "Mot" }], [["mot", "terme"]]);
  const strange = [
    "",
    " ",
    "<img",
    '"',
    "*",
    "~3",
    "a:b",
    "\\",
    "🙂",
    "مرحبا",
    "__proto__",
    "constructor",
    "x".repeat(2000),
  ];
  for (const query of strange) assert.deepEqual(searched.search(query), [], query.slice(0, 20));
  assert.equal(searched.search("mot ".repeat(500)).length, 1);
});

test("the words that a query means are known again in a text", () => {
  const isMeant = engine([{ title: "Répondez" }]).meant("repondez mo");
  assert.ok(isMeant("Répondez"));
  assert.ok(isMeant("Mot"));
  assert.ok(!isMeant("Autre"));
  assert.ok(!engine([]).meant("")("mot"));
});
