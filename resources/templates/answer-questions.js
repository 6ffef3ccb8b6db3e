// The questions of each kind of poll as controls; `answer` is filled as they are tapped, `changed` is told.
function makeElement(name, values = {}, ...children) {
  const element = Object.assign(document.createElement(name), values);
  element.append(...children);
  return element;
}

function sign(name) {
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 16 16");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#sign-${name}`);
  picture.append(use);
  return picture;
}

function toggle(name, words, label, onTap) {
  const button = makeElement("button", { type: "button", className: `toggle ${name}`, onclick: onTap });
  button.append(sign(name), makeElement("span", { textContent: words }));
  button.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-label", `${words}: ${label}`);
  return button;
}

function press(button, isPressed) {
  button.setAttribute("aria-pressed", String(isPressed));
}

// Options under their days; `makeRow` gives the row of one.
function grouped(options, makeRow) {
  const groups = [];
  let box = null;
  let day;
  for (const option of options) {
    if (box === null || dayOf(option) !== day) {
      day = dayOf(option);
      box = makeElement(day === null ? "div" : "fieldset", { className: "day" });
      if (day !== null) box.append(makeElement("legend", { lang: LANGUAGE, textContent: dayName(option.starts) }));
      groups.push(box);
    }
    box.append(makeRow(option));
  }
  return groups;
}

function optionLabel(option) {
  const room = roomWords(option);
  const parts = room ? [" ", makeElement("small", { className: "room", textContent: room })] : [];
  if (option.starts === undefined || option.isWholeDay) return makeElement("span", { className: "name" }, makeElement("span", { lang: LANGUAGE, textContent: shortName(option) }), ...parts);
  return makeElement("span", { className: "time" }, clock(option.starts), makeElement("small", { textContent: endWords(option) }), ...parts);
}

// What a button is about, for those who hear it.
function spokenName(option) {
  return [fullName(option), roomWords(option)].filter(Boolean).join(", ");
}

function markQuestions(poll, answer, changed) {
  const isLong = MARKS.some((_mark, at) => markWord(poll, at).length > (at === 1 ? 11 : 6));
  const isBroad = MARKS.some((_mark, at) => markWord(poll, at).split(" ").some((word) => word.length > 10));
  return grouped(poll.options, (option) => {
    const row = makeElement("div", { className: `row${isBroad || dayOf(option) === null ? " wide" : ""}${isLong ? " tall" : ""}` });
    const buttons = MARKS.map(([letter, name], at) =>
      toggle(name, buttonWord(poll, at), spokenName(option), () => {
        if (answer.marks.get(option.number) === letter) answer.marks.delete(option.number);
        else answer.marks.set(option.number, letter);
        buttons.forEach((button, other) => press(button, answer.marks.get(option.number) === MARKS[other][0]));
        changed();
      }));
    row.append(optionLabel(option), makeElement("div", { className: "marks" }, ...buttons));
    return row;
  });
}

function choiceQuestions(poll, answer, changed) {
  const buttons = new Map();
  const show = () => buttons.forEach((button, number) => press(button, answer.marks.has(number)));
  return grouped(poll.options, (option) => {
    const button = makeElement("button", { type: "button", className: "toggle yes choice" }, sign("yes"), optionLabel(option));
    button.onclick = () => {
      const isChosen = answer.marks.has(option.number);
      if (poll.kind === "one") answer.marks.clear();
      if (isChosen) answer.marks.delete(option.number);
      else answer.marks.set(option.number, "Y");
      show();
      changed();
    };
    buttons.set(option.number, button);
    press(button, false);
    return button;
  });
}

// Tapped in the order that somebody likes; a second tap takes an option out again.
function rankedQuestions(poll, answer, changed) {
  const buttons = new Map();
  const show = () => buttons.forEach((button, number) => {
    const place = answer.ranking.indexOf(number);
    button.firstChild.textContent = place < 0 ? "" : `${place + 1}.`;
    press(button, place >= 0);
  });
  return grouped(poll.options, (option) => {
    const button = makeElement("button", { type: "button", className: "toggle yes choice" });
    button.append(makeElement("b", { className: "place" }), optionLabel(option));
    button.onclick = () => {
      const place = answer.ranking.indexOf(option.number);
      if (place < 0) answer.ranking.push(option.number);
      else answer.ranking.splice(place, 1);
      show();
      changed();
    };
    buttons.set(option.number, button);
    press(button, false);
    return button;
  });
}

function saidQuestion(poll, answer, changed) {
  const field = makeElement(poll.kind === "number" ? "input" : "textarea", { id: "said", maxLength: 300 });
  if (poll.kind === "number") field.inputMode = "decimal";
  field.oninput = () => {
    answer.said = field.value.trim().replace(/\s+/g, " ");
    changed();
  };
  return [makeElement("label", { htmlFor: "said", textContent: TEXTS.your_answer }), field];
}
