fetch(true ? "https://js-fold-conditional.leak.test/" : "/own")
