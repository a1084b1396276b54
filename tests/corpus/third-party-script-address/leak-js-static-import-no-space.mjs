import*as a from"//js-static-import-no-space.leak.test/m.mjs";a
