fetch(`${`https:${"//"}`}js-fold-template-nested.leak.test/`)
