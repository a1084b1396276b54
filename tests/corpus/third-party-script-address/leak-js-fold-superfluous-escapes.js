fetch("https:\/\/js-fold-superfluous-escapes.leak.test\/")
