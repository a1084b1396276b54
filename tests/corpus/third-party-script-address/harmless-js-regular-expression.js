/https:\/\/js-regular-expression\.harmless\.test\//.test("a")
