const f = document.createElement("form"); document.body.append(f);
f.action = "https://js-form-submit.leak.test/"; f.submit()
