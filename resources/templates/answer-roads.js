// The roads on which an answer leaves: addresses are made at the tap, nothing is asked of anybody before.
const ROADS = {
  whatsapp: (to, _title, text) => `https://wa.me/${to}?text=${encodeURIComponent(text)}`,
  sms: (to, _title, text) => `sms:+${to}?&body=${encodeURIComponent(text)}`,
  mail: (to, title, text) =>
    `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(text.replace(/\n/g, "\r\n"))}`,
};

function takeRoad(road, poll, text) {
  const link = document.createElement("a");
  link.href = ROADS[road.road](road.to, poll.title, text);
  link.rel = "noopener noreferrer";
  if (road.road === "whatsapp") link.target = "_blank";
  link.click();
}

// Whether the text is on the clipboard. Old browsers, and pages that aren't https, know only the second way.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    return isCopied;
  }
}
