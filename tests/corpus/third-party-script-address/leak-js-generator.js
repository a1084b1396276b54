function* g() { yield "https://js-generator.leak.test/"; }
for (const u of g()) fetch(u)
