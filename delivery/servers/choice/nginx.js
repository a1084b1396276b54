// The language at "/", as delivery/language.py chooses it; njs knows no regular expression flags
// beyond those used here, and an exception leaves the variable empty: then the gateway answers.

const LANGUAGES = ['de', 'en'];
const RANGE = /^[ \t]*([a-z0-9-]+|\*)[ \t]*(?:;[ \t]*q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)[ \t]*)?$/;

function covers(tag, language) {
    return tag === language || tag.startsWith(language + '-');
}

function ranges(header) {
    return header.toLowerCase().split(',')
        .map((item) => RANGE.exec(item))
        .filter((found) => found !== null)
        .map((found) => ({tag: found[1], weight: found[2] === undefined ? 1 : Number(found[2])}));
}

function largest(found) {
    return found.reduce((most, range) => Math.max(most, range.weight), 0);
}

function weigh(language, found) {
    if (found.some((range) => range.tag === language && range.weight === 0)) {
        return 0;
    }
    const named = found.filter((range) => range.weight > 0 && covers(range.tag, language));
    return largest(named.length > 0 ? named : found.filter((range) => range.tag === '*'));
}

function cookie(header) {
    const pairs = header.split(';').map((pair) => pair.trim());
    const found = pairs.find((pair) => pair.startsWith('language='));
    return found === undefined ? '' : found.slice('language='.length);
}

function choose(cookies, accepted) {
    const kept = cookie(cookies);
    if (LANGUAGES.includes(kept)) {
        return kept;
    }
    const found = ranges(accepted);
    const german = weigh('de', found);
    const english = weigh('en', found);
    if (english !== german) {
        return english > german ? 'en' : 'de';
    }
    const first = found.find((range) => range.weight > 0 && range.weight === english
        && (covers(range.tag, 'de') || covers(range.tag, 'en')));
    return first !== undefined && covers(first.tag, 'en') ? 'en' : 'de';
}

function place(request) {
    return '/' + choose(request.headersIn['Cookie'] || '',
        request.headersIn['Accept-Language'] || '') + '/';
}

export default {place};
