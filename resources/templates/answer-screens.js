// The screens of the page, one of which is shown at a time: ask, send, done, or broken for a link that isn't whole.
const at = (id) => document.getElementById(id);
const QUESTIONS = {
  marks: markQuestions,
  one: choiceQuestions,
  several: choiceQuestions,
  ranked: rankedQuestions,
  number: saidQuestion,
  text: saidQuestion,
};
let poll = null;
let answer = null;

function show(id) {
  for (const screen of document.querySelectorAll("main > section")) screen.hidden = screen.id !== id;
  const title = at(id).querySelector("h1");
  document.title = `${title.textContent}, ${TEXTS.club}`;
  window.scrollTo(0, 0);
  title.focus({ preventScroll: true });
}

function start() {
  poll = readLink(location.hash);
  answer = { name: "", comment: "", said: "", marks: new Map(), ranking: [] };
  if (poll === null) {
    show("broken");
    return;
  }
  at("title").textContent = poll.title;
  const places = poll.options.some(roomWords) ? TEXTS.places_go : "";
  at("note").textContent = [poll.note, poll.closes ? closingWords(poll) : "", places].filter(Boolean).join("\n");
  at("closed").hidden = poll.closes === null || Date.now() < wallClock(poll.closes);
  at("who").hidden = poll.key !== "";
  at("adding").hidden = poll.kind === "text";
  at("options").replaceChildren(...QUESTIONS[poll.kind](poll, answer, changed));
  at("roads").replaceChildren(...roadButtons());
  for (const field of [at("name"), at("comment")]) field.value = "";
  changed();
  show("ask");
}

// The moment as this device's clock would show it.
function wallClock(moment) {
  return new Date(moment.toISOString().slice(0, 19)).getTime();
}

function changed() {
  const total = poll.options.length;
  const count = poll.kind === "ranked" ? answer.ranking.length : answer.marks.size;
  const counts = { count, total };
  const words = {
    marks: [TEXTS.answered, TEXTS.stay_open],
    one: [TEXTS.chosen, TEXTS.choose_one],
    several: [TEXTS.chosen, TEXTS.choose_several],
    ranked: [TEXTS.ranked, TEXTS.best_first],
  }[poll.kind] || ["", TEXTS.write_above];
  at("count").textContent = fill(words[0], counts);
  at("hint").textContent = words[1];
  if (says()) at("nothing").hidden = true;
}

function says() {
  return answer.marks.size > 0 || answer.ranking.length > 0 || answer.said !== "" || at("comment").value.trim() !== "";
}

function next() {
  answer.name = at("name").value.trim().replace(/\s+/g, " ");
  answer.comment = at("comment").value.trim().replace(/\s+/g, " ");
  const problem = !poll.key && !answer.name ? "name-error" : problemOfAnswer();
  for (const id of ["name-error", "nothing"]) at(id).hidden = id !== problem;
  at("name").setAttribute("aria-invalid", String(problem === "name-error"));
  if (problem) {
    const place = problem === "nothing" ? at("nothing") : at("name");
    place.focus();
    place.scrollIntoView({ block: "center" });
    return;
  }
  for (const box of document.querySelectorAll(".sent")) box.replaceChildren(...messageLines());
  history.pushState("send", "");
  show("send");
}

function problemOfAnswer() {
  const isNoNumber = poll.kind === "number" && answer.said !== "" && !/^-?\d+([.,]\d+)?$/.test(answer.said);
  at("nothing").textContent = isNoNumber ? TEXTS.no_number : TEXTS.nothing_chosen;
  return isNoNumber || !says() ? "nothing" : "";
}

function messageLines() {
  const lines = messageOf(poll, answer).split("\n");
  return lines.map((text, number) =>
    makeElement("p", { className: number === lines.length - 1 ? "code" : "" }, ...unbroken(text)));
}

// A time and its mark stay on one line; what is copied from the page is the same text.
function unbroken(text) {
  const parts = text.split(", ");
  return parts.flatMap((part, at) => {
    const shown = at < parts.length - 1 ? `${part},` : part;
    return [shown.length > 20 ? shown : makeElement("span", { textContent: shown }), at < parts.length - 1 ? " " : ""];
  });
}

function roadButtons() {
  const buttons = poll.roads.map((road) => roadButton(TEXTS[road.road], () => {
    takeRoad(road, poll, messageOf(poll, answer));
    done(fill(TEXTS.press_send, { road: TEXTS[road.road] }), TEXTS.cant_see);
  }));
  buttons.push(roadButton(TEXTS.copy, copy));
  buttons[0].classList.add("filled");
  return buttons;
}

function roadButton(words, onTap) {
  return makeElement("button", { type: "button", textContent: words, onclick: onTap });
}

async function copy() {
  const isCopied = await copied(messageOf(poll, answer));
  done(isCopied ? TEXTS.copied : TEXTS.not_copied, isCopied ? TEXTS.paste_it : TEXTS.select_it);
}

function done(title, words) {
  at("done-title").textContent = title;
  at("done-words").textContent = words;
  if (history.state !== "done") history.pushState("done", "");
  show("done");
}

function change() {
  history.pushState("ask", "");
  show("ask");
}

at("next").onclick = next;
at("comment").oninput = changed;
at("copy").onclick = copy;
for (const button of document.querySelectorAll(".change")) button.onclick = change;
window.addEventListener("popstate", (event) => { if (poll) show(event.state || "ask"); });
window.addEventListener("hashchange", start);
start();
