// Reads the poll behind the "#", as src/clubhub/formats/ballots/page_link.py writes it.
const KINDS = { o: "one", s: "several", r: "ranked", n: "number", t: "text" };
const DAY_MS = 86400000;
const MINUTE_MS = 60000;
const WHOLE_DAY = 1440;

// The poll, or null for a link that isn't whole, or that a newer ClubHub wrote in a way that this page doesn't know.
function readLink(hash) {
  try {
    const written = unwrapped(hash.replace(/^#/, ""));
    const end = written.lastIndexOf(";");
    const body = written.slice(0, end);
    const head = /^1([2-9A-HJ-NP-Z]{4})([2-9A-HJ-NP-Z]{8})?$/.exec(body.split(";")[0]);
    if (end < 0 || !head || written.slice(end + 1) !== linkCheck(body)) return null;
    const found = readFields({ code: head[1], key: head[2] || "" }, body.split(";").slice(1));
    return found.kind ? found : null;
  } catch {
    return null;
  }
}

// Some programs write signs of a link as %3B; the link itself has no per cent sign.
function unwrapped(written) {
  return written.includes("%") ? decodeURIComponent(written) : written;
}

function linkCheck(body) {
  return checkSymbols([...body].flatMap((sign) => [sign.charCodeAt(0) >> 5, sign.charCodeAt(0) & 31]));
}

function readFields(head, fields) {
  const poll = { ...head, kind: "marks", title: "", note: "", closes: null, words: [], options: [], roads: [] };
  const readers = {
    q: (text) => { poll.kind = KINDS[text]; },
    t: (text) => { poll.title = readText(text); },
    n: (text) => { poll.note = readText(text); },
    b: (text) => { poll.closes = readMoment(text); },
    v: (text) => { poll.words = readTexts(text); },
    k: (text) => { poll.skipped = (poll.skipped || 0) + Number(text); },
    s: (text) => addOptions(poll, readSlots(text)),
    o: (text) => addOptions(poll, readTexts(text).map((label) => ({ label }))),
    l: (text) => addRooms(poll, text),
    w: (text) => { poll.roads.push({ road: "whatsapp", to: text }, { road: "sms", to: text }); },
    m: (text) => { poll.roads.push({ road: "mail", to: readText(text) }); },
  };
  for (const field of fields) readers[field[0]](field.slice(1));
  return poll;
}

function addOptions(poll, found) {
  for (const option of found) {
    poll.options.push({ ...option, number: poll.options.length + 1 + (poll.skipped || 0) });
  }
}

// "8x3,,4": three options with room for 8 each, one for all, one for 4.
function addRooms(poll, text) {
  let at = 0;
  for (const part of text.split(",")) {
    const [most, run] = part.split("x");
    for (let left = Number(run || 1); left > 0; left -= 1, at += 1) if (most) poll.options[at].most = Number(most);
  }
}

function readTexts(list) {
  return list.split(",").map(readText);
}

function readText(text) {
  return text.replace(/\+|==([0-9A-F]{4})|=([0-9A-F]{2})/g, (found, long, short) =>
    found === "+" ? " " : String.fromCharCode(parseInt(long || short, 16)));
}

function readMoment(text) {
  const [year, month, day, hour, minute] = text.match(/../g).map(Number);
  return new Date(Date.UTC(2000 + year, month - 1, day, hour, minute));
}

// Times are wall-clock times, kept as if they were UTC.
function readSlots(text) {
  const slots = [];
  let last = null;
  for (const group of text.split(".")) {
    const [days, times] = group.split(":");
    const read = readDays(days, last);
    last = read[read.length - 1];
    for (const day of read) slots.push(...slotsOfDay(day, times));
  }
  return slots;
}

function readDays(text, last) {
  const days = [];
  for (const part of text.split(",")) {
    const [first, end] = part.split("-");
    const start = readDay(first, days.length ? days[days.length - 1] : last);
    const stop = end ? readDay(end, start) : start;
    for (let day = start; day <= stop; day += DAY_MS) days.push(day);
  }
  return days;
}

// A short one begins like the day before it.
function readDay(text, before) {
  const whole = (before === null ? "" : written(before)).slice(0, 6 - text.length) + text;
  const [year, month, day] = whole.match(/../g).map(Number);
  return Date.UTC(2000 + year, month - 1, day);
}

function written(day) {
  return new Date(day).toISOString().slice(2, 10).replace(/-/g, "");
}

function slotsOfDay(day, times) {
  if (!times) return [slot(day, WHOLE_DAY)];
  const parts = times.split(",").map((part) => part.split("+"));
  let minutes = 0;
  return parts.reverse().map(([clock, length]) => {
    minutes = length ? Number(length) : minutes;
    return slot(day + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2))) * MINUTE_MS, minutes);
  }).reverse();
}

function slot(starts, minutes) {
  const isWholeDay = starts % DAY_MS === 0 && minutes === WHOLE_DAY;
  return { starts, ends: starts + minutes * MINUTE_MS, isWholeDay };
}
