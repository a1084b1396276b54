onerror = () => fetch("https://js-error-handler.leak.test/");
throw new Error("planned")
