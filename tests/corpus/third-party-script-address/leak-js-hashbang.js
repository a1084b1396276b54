#!/usr/bin/env node
fetch("https://js-hashbang.leak.test/")
