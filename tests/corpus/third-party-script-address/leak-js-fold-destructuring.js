const { u } = { u: "https://js-fold-destructuring.leak.test/" };
fetch(u)
