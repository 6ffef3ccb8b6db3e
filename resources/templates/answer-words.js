// What options are called, and the message that is sent: readable lines first, the code last.
const TEXTS = JSON.parse(document.getElementById("texts").textContent);
const LANGUAGE = TEXTS.language; // that of days, and of what the club wrote
const MARKS = [["Y", "yes"], ["M", "if_need_be"], ["N", "no"]];
const MOST_MESSAGE = 1500; // encoded: some programs cut a link to a mail at 1,620

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_found, name) => values[name]);
}

function formatted(moment, format) {
  return new Intl.DateTimeFormat(LANGUAGE, { ...format, timeZone: "UTC" }).format(moment);
}

function dayName(moment, weekday = "long") {
  const name = formatted(moment, { weekday }).replace(/\.$/, "");
  return `${name} ${formatted(moment, { day: "numeric", month: "long" })}`;
}

function clock(moment) {
  return new Date(moment).toISOString().slice(11, 16);
}

// Like "–18:30"; an end a day or more later says its day.
function endWords(option) {
  const day = option.ends - option.starts < DAY_MS ? "" : `${dayName(option.ends, "short")} `;
  return `–${day}${clock(option.ends)}`;
}

// The name of an option below the heading of its day, and where it stands alone.
function shortName(option) {
  if (option.starts === undefined) return option.label;
  return option.isWholeDay ? dayName(option.starts) : clock(option.starts);
}

function fullName(option) {
  if (option.starts === undefined || option.isWholeDay) return shortName(option);
  return `${dayName(option.starts)} ${clock(option.starts)}${endWords(option)}`;
}

// For how many there is room, "" for all.
function roomWords(option) {
  return option.most === undefined ? "" : fill(TEXTS.room, { count: option.most });
}

// The day that an option stands under, null for plain choices and whole days.
function dayOf(option) {
  return option.starts === undefined || option.isWholeDay ? null : Math.floor(option.starts / DAY_MS);
}

function markWord(poll, at) {
  return poll.words[at] || TEXTS[MARKS[at][1]];
}

// On a button it begins with a capital.
function buttonWord(poll, at) {
  const word = markWord(poll, at);
  return word.charAt(0).toLocaleUpperCase(LANGUAGE) + word.slice(1);
}

function closingWords(poll) {
  const time = clock(poll.closes);
  const day = dayName(poll.closes);
  return fill(TEXTS.answer_by, { when: time >= "23:55" ? day : `${day} ${time}` });
}

// `answer`: name, comment, said; marks, number -> letter; ranking, numbers. The name comes first: what is read with others
// under each other begins with it.
function messageOf(poll, answer) {
  const around = [...(poll.key ? [] : [fill(TEXTS.name, answer)]), poll.title];
  const end = [...(answer.comment ? [fill(TEXTS.my_comment, answer)] : []), codeOf(poll, answer)];
  const whole = [...around, ...answerLines(poll, answer), ...end].join("\n");
  const isLong = encodeURIComponent(whole).length > MOST_MESSAGE;
  return isLong && poll.options.length ? [...around, ...end].join("\n") : whole;
}

function codeOf(poll, answer) {
  if (poll.kind === "number" || poll.kind === "text") return answerCode(poll.code, poll.key, "");
  const letters = poll.kind === "ranked" ? lettersOfRanking(answer.ranking) : letterForEach(poll.options, answer.marks);
  return answerCode(poll.code, poll.key, letters);
}

function answerLines(poll, answer) {
  if (poll.kind === "marks") return markLines(poll, answer.marks);
  if (!poll.options.length) return answer.said ? [fill(TEXTS.my_answer, { answer: answer.said })] : [];
  if (poll.kind !== "ranked") return poll.options.filter((option) => answer.marks.has(option.number)).map((option) => numberedLine(option, TEXTS.yes));
  const names = answer.ranking.map((number) => fullName(poll.options.find((option) => option.number === number)));
  return names.length ? [fill(TEXTS.my_order, { names: names.join(", ") })] : [];
}

// Like "2) Tent = yes", as on ballots to fill in: whatever words the name holds, the number says what is meant.
function numberedLine(option, word) {
  return `${option.number}) ${fullName(option)} = ${word}`;
}

// A line per day: "Mon 8 June: 17:00 yes, 20:00 no". Starts alone say which slot, unless two begin together.
function markLines(poll, marks) {
  const lines = [];
  let day = null;
  for (const option of poll.options.filter((one) => marks.has(one.number))) {
    const word = markWord(poll, MARKS.findIndex(([letter]) => letter === marks.get(option.number)));
    if (dayOf(option) !== null && dayOf(option) === day) {
      lines[lines.length - 1] += `, ${slotName(poll, option)} ${word}`;
    } else if (dayOf(option) !== null) {
      lines.push(`${dayName(option.starts, "short")}: ${slotName(poll, option)} ${word}`);
    } else {
      lines.push(option.isWholeDay ? `${dayName(option.starts, "short")}: ${word}` : numberedLine(option, word));
    }
    day = dayOf(option);
  }
  return lines;
}

function slotName(poll, option) {
  const isAlone = poll.options.filter((one) => one.starts === option.starts).length === 1;
  return isAlone ? clock(option.starts) : `${clock(option.starts)}${endWords(option)}`;
}
