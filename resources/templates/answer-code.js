"use strict";

// The line of code at the end of an answer, as in src/clubhub/domain/answer_codes.py.
const SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_VERSION = "CH1";
const NO_KEY = "22222222";
const GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const SILENT = "S";

// Six symbols of the BCH code of Bech32 (BIP 173) over values of five bits.
function checkSymbols(values) {
  let check = 1;
  for (const value of [...values, 0, 0, 0, 0, 0, 0]) {
    const top = check >> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    GENERATORS.forEach((generator, at) => {
      if ((top >> at) & 1) check ^= generator;
    });
  }
  check ^= 1;
  return [25, 20, 15, 10, 5, 0].map((shift) => SYMBOLS[(check >> shift) & 31]).join("");
}

function answerCode(pollCode, key, letters) {
  const body = pollCode + (key || NO_KEY) + letters;
  const values = [...[...CODE_VERSION].map((sign) => sign.charCodeAt(0) & 31), ...[...body].map((sign) => SYMBOLS.indexOf(sign))];
  const groups = (letters.match(/.{1,5}/g) || []).join("-");
  return [CODE_VERSION, pollCode, key || NO_KEY, groups, checkSymbols(values)].filter(Boolean).join(" ");
}

// A letter for each number on the ballot from 1 on; `marks` maps numbers to letters.
function letterForEach(options, marks) {
  const last = Math.max(...options.map((option) => option.number));
  return Array.from({ length: last }, (_none, at) => marks.get(at + 1) || SILENT).join("");
}

function lettersOfRanking(numbers) {
  return "R" + numbers.map((number) => SYMBOLS[number >> 5] + SYMBOLS[number & 31]).join("");
}
