-- The language at "/", as delivery/language.py chooses it. Where anything here fails, the request
-- is declined, and the page with both languages answers.

local LANGUAGES = {de = true, en = true}

local function covers(tag, language)
    return tag == language or tag:sub(1, #language + 1) == language .. "-"
end

local function range(item)
    local head, weight = item, nil
    local at = item:find(";", 1, true)
    if at then
        head = item:sub(1, at - 1)
        weight = item:sub(at):match("^;[ \t]*q=([01][.%d]*)[ \t]*$")
        if not weight or not (weight:match("^0%.?%d?%d?%d?$") or weight:match("^1%.?0?0?0?$"))
            or weight:match("^%d%d") then
            return nil
        end
    end
    local tag = head:match("^[ \t]*([a-z0-9-]+)[ \t]*$") or head:match("^[ \t]*(%*)[ \t]*$")
    return tag and {tag = tag, weight = tonumber(weight or "1")}
end

local function ranges(header)
    local found = {}
    for item in (header:lower() .. ","):gmatch("([^,]*),") do
        found[#found + 1] = range(item)
    end
    return found
end

local function weigh(language, found)
    local named, anything, largest = false, 0, 0
    for _, one in ipairs(found) do
        if one.tag == language and one.weight == 0 then
            return 0
        elseif one.weight > 0 and covers(one.tag, language) then
            named, largest = true, math.max(largest, one.weight)
        elseif one.tag == "*" then
            anything = math.max(anything, one.weight)
        end
    end
    return named and largest or anything
end

local function kept(header)
    for pair in (header .. ";"):gmatch("[ \t]*([^;]*);") do
        local value = pair:match("^language=(.-)[ \t]*$")
        if value then
            return value
        end
    end
end

local function choose(cookies, accepted)
    local language = kept(cookies)
    if LANGUAGES[language] then
        return language
    end
    local found = ranges(accepted)
    local german, english = weigh("de", found), weigh("en", found)
    if english ~= german then
        return english > german and "en" or "de"
    end
    for _, one in ipairs(found) do
        if one.weight > 0 and one.weight == english
            and (covers(one.tag, "de") or covers(one.tag, "en")) then
            return covers(one.tag, "en") and "en" or "de"
        end
    end
    return "de"
end

function place(r)
    local done, language = pcall(choose, r.headers_in["Cookie"] or "",
        r.headers_in["Accept-Language"] or "")
    if not done then
        return apache2.DECLINED
    end
    r.status = 302
    r.headers_out["Location"] = "/" .. language .. "/"
    r.content_type = "text/plain; charset=utf-8"
    r:puts("Moved\n")
    return apache2.OK
end
